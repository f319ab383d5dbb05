package io.flotilla.base.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = PatientPostgres.start();
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

    @Test
    void aWriterThatVanishedIsGivenUpBeforeThoseThatWaitForItAre() throws Exception {
        try (OpenDatabase open = OpenDatabase.open(fresh())) {
            var limits = open.store().<Map<String, String>, RuntimeException>write(handle -> Map.of("idle",
                    shown(handle, "idle_in_transaction_session_timeout"), "lock", shown(handle, "lock_timeout")));
            assertEquals(Map.of("idle", "30s", "lock", "1min"), limits);
        }
        var url = ((PostgresServer) fresh()).jdbcUrl();
        assertTrue(url.contains("socketTimeout=300") && url.contains("tcpKeepAlive=true"), url);
    }

    private static String shown(Handle handle, String setting) {
        return handle.createQuery("SHOW " + setting).mapTo(String.class).one();
    }

    @Override
    boolean commitsAreDurable(Handle handle) {
        return handle.createQuery("SHOW synchronous_commit").mapTo(String.class).one().equals("on");
    }
}
