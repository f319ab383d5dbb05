package io.flotilla.base.store;

import java.sql.SQLException;
import java.time.Duration;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import org.flywaydb.core.Flyway;

/** A real database with the contract's tables, opened as a program opens it, but without Quarkus. */
record OpenDatabase(Database database, AgroalDataSource source, Store store) implements AutoCloseable {

    static OpenDatabase open(Database database) throws SQLException {
        return open(database, "classpath:db/store-contract");
    }

    static OpenDatabase open(Database database, String migrations) throws SQLException {
        AgroalDataSource source = AgroalDataSource.from(pool(database));
        OpenDatabase open = new OpenDatabase(database, source, new SqlStore(database, source));
        database.migrate(source, () -> open.migrate(migrations));
        return open;
    }

    private static AgroalDataSourceConfigurationSupplier pool(Database database) {
        return new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(8)
                .acquisitionTimeout(Duration.ofSeconds(10)).connectionFactoryConfiguration(factory -> {
                    if (database instanceof PostgresServer server) {
                        factory.jdbcUrl(server.jdbcUrl());
                        server.user().ifPresent(user -> factory.principal(new NamePrincipal(user)));
                        server.password().ifPresent(password -> factory.credential(new SimplePassword(password)));
                    } else {
                        factory.jdbcUrl(((SqliteFile) database).jdbcUrl());
                    }
                    return factory;
                }));
    }

    private void migrate(String migrations) {
        var flyway = Flyway.configure().dataSource(source).locations(migrations);
        if (database instanceof PostgresServer server) {
            flyway.schemas(server.schema());
        }
        flyway.load().migrate();
    }

    @Override
    public void close() {
        source.close();
    }
}
