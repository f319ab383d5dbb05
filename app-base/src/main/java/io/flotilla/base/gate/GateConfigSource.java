package io.flotilla.base.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.EnvConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What is different in app-base's own program once {@code flotilla.gate.upstream} makes a gate of it: every path is the
 * app's, but for those that the gate cannot do without.
 */
public final class GateConfigSource implements ConfigSourceFactory {
    /** Above {@code application.properties} (250), below the environment (300). */
    private static final int ORDINAL = 276;
    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.http.auth.permission.open.paths", String.join(",", OwnPaths.OPEN),
            "flotilla.assets-path", OwnPaths.ASSETS,
            // A load balancer speaks HTTP/1.1 to its targets, so an upgrade to HTTP/2 in the clear is nobody's but a smuggler's.
            "quarkus.http.http2", "false",
            // Bodies stream through, so that their size is the app's own business.
            "quarkus.http.limits.max-body-size", "1G");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var gate = value(context, "quarkus.application.name").equals("app-base")
                && !value(context, "flotilla.gate.upstream").isBlank();
        var variables = new HashMap<String, String>();
        if (gate) {
            SETTINGS.forEach((name, value) -> variables
                    .put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
        }
        return List.of(new EnvConfigSource(variables, ORDINAL));
    }

    private static String value(ConfigSourceContext context, String name) {
        var value = context.getValue(name);
        return value == null || value.getValue() == null ? "" : value.getValue();
    }
}
