package io.flotilla.base.store;

import java.util.List;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns the one setting {@code flotilla.database} into what Quarkus wants to know of the data source that is meant. A
 * setting that makes no sense is left to {@link StoreProducer}, which can refuse it with a readable message.
 * <p>
 * It does so as if somebody had set more environment variables, because a build takes down every other setting that it meets
 * as a default of the program: where {@code FLOTILLA_DATABASE} happens to be set, the password would end up in the jar.
 */
public final class DatabaseConfigSource implements ConfigSourceFactory {
    /** Above {@code application.properties} (250), below the environment (300). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String setting = value(context, "flotilla.database");
        if (setting == null || setting.isBlank()) {
            return List.of();
        }
        try {
            Database database = Database.parse(setting, schema(value(context, "quarkus.application.name")));
            return List.of(new EnvConfigSource(database.environment(), ORDINAL));
        } catch (IllegalArgumentException refusedLater) {
            return List.of();
        }
    }

    private static String value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null ? null : value.getValue();
    }

    /** A program's own schema, from its name: {@code health_monitor} for health-monitor. */
    static String schema(String program) {
        return program == null ? "flotilla" : program.toLowerCase().replaceAll("[^a-z0-9]+", "_");
    }
}
