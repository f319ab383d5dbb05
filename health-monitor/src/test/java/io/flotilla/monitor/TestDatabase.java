package io.flotilla.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import io.flotilla.base.store.PatientPostgres;
import io.flotilla.base.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A fresh, migrated database on a real engine, without Quarkus, with the promises of {@link Store}. */
public final class TestDatabase implements Store {
    private static EmbeddedPostgres postgres;

    private final Jdbi jdbi;
    private final String lock;

    private TestDatabase(Jdbi jdbi, String lock) {
        this.jdbi = jdbi;
        this.lock = lock;
    }

    /** One connection for all, because a test has one thread and a simulation no time. */
    public static TestDatabase sqlite(Path folder) {
        var source = source("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"));
        migrate(source);
        try {
            return new TestDatabase(Jdbi.create(source.getConnection()), "SELECT 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #sqlite}, but gone with the connection, and faster. */
    public static TestDatabase inMemory() {
        var source = source("jdbc:sqlite:file:%s?mode=memory&cache=shared".formatted(UUID.randomUUID()));
        try {
            var connection = source.getConnection();
            migrate(source);
            return new TestDatabase(Jdbi.create(connection), "SELECT 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static synchronized TestDatabase postgres() {
        try {
            if (postgres == null) {
                postgres = PatientPostgres.start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var source = new PGSimpleDataSource();
        source.setURL(postgres.getJdbcUrl("postgres", "postgres"));
        source.setCurrentSchema("s" + UUID.randomUUID().toString().replace("-", ""));
        Jdbi.create(source).useHandle(handle -> handle.execute("CREATE SCHEMA " + source.getCurrentSchema()));
        migrate(source);
        return new TestDatabase(Jdbi.create(source), "SELECT pg_advisory_xact_lock(1, hashtext(current_schema()))");
    }

    @Override
    public <T, X extends Exception> T read(HandleCallback<T, X> queries) throws X {
        return jdbi.inTransaction(queries);
    }

    @Override
    public <T, X extends Exception> T write(HandleCallback<T, X> statements) throws X {
        return jdbi.inTransaction(handle -> {
            handle.execute(lock);
            return statements.withHandle(handle);
        });
    }

    private static void migrate(DataSource source) {
        Flyway.configure().dataSource(source).locations("db/migration").load().migrate();
    }

    private static DataSource source(String url) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(30_000);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }
}
