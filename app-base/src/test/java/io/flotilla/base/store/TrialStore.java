package io.flotilla.base.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A fresh store with a program's own tables ({@code db/migration}) on a real engine, without Quarkus, for contract tests. */
public final class TrialStore implements AutoCloseable {
    private static EmbeddedPostgres postgres;

    private final OpenDatabase open;

    private TrialStore(OpenDatabase open) {
        this.open = open;
    }

    public static TrialStore sqlite(Path folder) throws SQLException {
        return of(Database.parse("sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), "trial"));
    }

    /** On one server for all tests of the JVM, each in a schema of its own. */
    public static synchronized TrialStore postgres() throws IOException, SQLException {
        if (postgres == null) {
            postgres = PatientPostgres.start();
        }
        return of(Database.parse("postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/postgres",
                "s" + UUID.randomUUID().toString().replace("-", "")));
    }

    private static TrialStore of(Database database) throws SQLException {
        return new TrialStore(OpenDatabase.open(database, "classpath:db/migration"));
    }

    public Store store() {
        return open.store();
    }

    @Override
    public void close() {
        open.close();
    }
}
