package io.flotilla.base.store;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProgramOnPostgresTest.Postgres.class)
class ProgramOnPostgresTest {
    @Inject
    Store store;

    Server server;

    @Test
    void livesOnWithoutItsDatabaseButIsNotReady() throws IOException {
        get("/q/health/ready").then().statusCode(200).body(containsString("pg"));
        assertEquals("app_base", store.<String, RuntimeException>read(handle -> handle
                .createQuery("SELECT current_schema() FROM counter WHERE name = 'a'").mapTo(String.class).one()));

        server.stop();

        get("/q/health/live").then().statusCode(200);
        get("/q/health/ready").then().statusCode(503).body("checks.find { it.status == 'DOWN' }.name",
                containsString("Database"));
    }

    public static class Postgres implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.flyway.pg.locations", "db/store-contract");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Server.class));
        }
    }

    public static class Server implements QuarkusTestResourceLifecycleManager {
        private EmbeddedPostgres postgres;

        @Override
        public Map<String, String> start() {
            try {
                postgres = PatientPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("flotilla.database",
                    "postgresql://postgres:not%20asked%20for@127.0.0.1:" + postgres.getPort() + "/postgres");
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(this, field -> field.getType().equals(Server.class));
        }

        @Override
        public void stop() {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
