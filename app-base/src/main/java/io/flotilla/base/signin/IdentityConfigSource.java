package io.flotilla.base.signin;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.EnvConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns {@code flotilla.identity.*}, {@code flotilla.url-path} and {@code flotilla.platform} into what Quarkus wants to know
 * for sign-in. Without an issuer it says nothing; then {@link SignInGuard} decides whether the program may start. It does so
 * as if somebody had set more environment variables: any other source that a build meets ends up in the program, and with it
 * the session key, if one happens to be set there.
 */
public final class IdentityConfigSource implements ConfigSourceFactory {
    /** Above {@code application.properties} (250), below the environment (300). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var settings = new HashMap<String, String>();
        var path = value(context, "flotilla.url-path", "/");
        var secure = Boolean.toString(value(context, "flotilla.platform", "local").equals("aws"));
        settings.put("quarkus.oidc.authentication.cookie-path", path);
        settings.put("quarkus.oidc.authentication.cookie-force-secure", secure);
        settings.put("quarkus.oidc.authentication.force-redirect-https-scheme", secure);
        settings.put("quarkus.rest-csrf.cookie-path", path);
        settings.put("quarkus.rest-csrf.cookie-force-secure", secure);
        var issuer = value(context, "flotilla.identity.issuer", "");
        if (LocalIdentityMode.of(name -> value(context, name, ""))) {
            settings.putAll(LocalIdentityMode.SETTINGS);
        } else if (!issuer.isBlank()) {
            provider(context, issuer, settings);
        }
        return List.of(new EnvConfigSource(asVariables(settings), ORDINAL));
    }

    private static void provider(ConfigSourceContext context, String issuer, Map<String, String> settings) {
        settings.put("quarkus.oidc.tenant-enabled", "true");
        settings.put("quarkus.oidc.auth-server-url", issuer);
        settings.put("quarkus.oidc.client-id", value(context, "flotilla.identity.client", "flotilla"));
        var secret = value(context, "flotilla.identity.client-secret", "");
        if (!secret.isBlank()) {
            settings.put("quarkus.oidc.credentials.secret", secret);
        }
        var key = value(context, "flotilla.identity.session-key", "");
        if (!key.isBlank()) {
            settings.put("quarkus.oidc.token-state-manager.encryption-secret", key);
            settings.put("quarkus.oidc.authentication.state-secret", key.substring(0, Math.min(32, key.length())));
        }
    }

    private static Map<String, String> asVariables(Map<String, String> settings) {
        var variables = new HashMap<String, String>();
        settings.forEach(
                (name, value) -> variables.put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
        return variables;
    }

    private static String value(ConfigSourceContext context, String name, String otherwise) {
        var value = context.getValue(name);
        return value == null || value.getValue() == null ? otherwise : value.getValue();
    }
}
