package io.flotilla.base.store;

import java.io.IOException;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends StoreContract {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    Database fresh() {
        String schema = "s" + UUID.randomUUID().toString().replace("-", "");
        return Database.parse("postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres", schema);
    }

    @Override
    boolean commitsAreDurable(Handle handle) {
        return handle.createQuery("SHOW synchronous_commit").mapTo(String.class).one().equals("on");
    }
}
