package io.flotilla.base.store;

import java.io.UncheckedIOException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Opens the database that the settings name, migrated, before anything else of the program starts. */
@ApplicationScoped
class StoreProducer {
    private final StoreConfig config;
    private final String program;
    private final InjectableInstance<AgroalDataSource> sources;
    private final InjectableInstance<Flyway> migrations;

    StoreProducer(StoreConfig config, @ConfigProperty(name = "quarkus.application.name") String program,
            @Any InjectableInstance<AgroalDataSource> sources, @Any InjectableInstance<Flyway> migrations) {
        this.config = config;
        this.program = program;
        this.sources = sources;
        this.migrations = migrations;
    }

    void start(@Observes @Priority(1) StartupEvent event, Store store) {
        store.toString();
    }

    @Produces
    @Singleton
    Store store() {
        if (config.database().isEmpty()) {
            refuseOnAws();
            return new NoStore();
        }
        Database database = database();
        if (database instanceof SqliteFile) {
            refuseOnAws();
        }
        return opened(database);
    }

    private Store opened(Database database) {
        try {
            AgroalDataSource source = sources.getActive();
            database.migrate(source, () -> migrations.getActive().migrate());
            return new SqlStore(database, source);
        } catch (UncheckedIOException | IllegalStateException | FlywayException e) {
            throw new ConfigurationException("the database " + database + " cannot be opened: " + e.getMessage());
        }
    }

    private Database database() {
        try {
            return Database.parse(config.database().orElseThrow(), DatabaseConfigSource.schema(program));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    private void refuseOnAws() {
        if (config.requiredOnAws() && config.platform().equals("aws")) {
            throw new ConfigurationException(program
                    + " does not start on platform aws without PostgreSQL, because what it "
                    + "keeps would end with the instance: set flotilla.database (in the environment: FLOTILLA_DATABASE) to "
                    + "postgresql://user:password@host:5432/database");
        }
    }
}
