package io.flotilla.base.store;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProgramOnSqliteTest.Sqlite.class)
class ProgramOnSqliteTest {
    @Inject
    Store store;

    @Test
    void isMigratedAndReadyWhenItStarts() {
        get("/q/health/ready").then().statusCode(200).body(containsString("sqlite"));
        assertEquals(2, store.<Integer, RuntimeException>read(
                handle -> handle.createQuery("SELECT count(*) FROM counter").mapTo(Integer.class).one()));
    }

    @Test
    void keepsThePromisesThroughQuarkusPoolToo() {
        assertEquals(2, pragma("synchronous"));
        assertEquals(1, pragma("foreign_keys"));
        assertThrows(JdbiException.class, () -> store.<Integer, RuntimeException>read(
                handle -> handle.execute("UPDATE counter SET amount = 1")));
        assertEquals(1, store.<Integer, RuntimeException>write(
                handle -> handle.execute("UPDATE counter SET amount = 1 WHERE name = 'b'")));
    }

    private int pragma(String name) {
        return store.<Integer, RuntimeException>write(
                handle -> handle.createQuery("PRAGMA " + name).mapTo(Integer.class).one());
    }

    public static class Sqlite implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of("flotilla.database",
                        "sqlite:" + Files.createTempDirectory("flotilla").resolve("data/x.db"),
                        "quarkus.flyway.sqlite.locations", "db/store-contract");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
