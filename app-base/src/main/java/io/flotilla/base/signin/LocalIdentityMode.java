package io.flotilla.base.signin;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The one program that nobody signs in to, because it is the sign-in: app-base's own, as {@code flotilla.sample=identity} on
 * {@code platform: local}. No other program can be talked into it by a setting.
 */
final class LocalIdentityMode {
    static final Map<String, String> SETTINGS = Map.of(
            "quarkus.oidc.tenant-enabled", "false",
            "quarkus.http.auth.permission.everything-else.policy", "permit");

    private LocalIdentityMode() {}

    static boolean of(UnaryOperator<String> settings) {
        return settings.apply("quarkus.application.name").equals("app-base")
                && settings.apply("flotilla.sample").equals("identity")
                && settings.apply("flotilla.platform").equals("local");
    }
}
