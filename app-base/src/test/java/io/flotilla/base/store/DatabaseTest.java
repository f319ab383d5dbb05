package io.flotilla.base.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @ParameterizedTest
    @CsvSource({"sqlite:/var/x.db,/var/x.db", "jdbc:sqlite:/var/x.db,/var/x.db", "sqlite:/var/a/../x y.db,/var/x y.db"})
    void aFileIsSqlite(String setting, String file) {
        assertEquals(new SqliteFile(Path.of(file)), Database.parse(setting, "portal"));
    }

    @Test
    void aRelativeFileIsInTheWorkingFolder() {
        assertEquals(new SqliteFile(Path.of("target/x.db").toAbsolutePath()),
                Database.parse("sqlite:target/x.db", "portal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://ada:s%40c%2Fr+t@db.example.com:6543/fleet",
            "postgres://ada:s%40c%2Fr+t@db.example.com:6543/fleet",
            "jdbc:postgresql://db.example.com:6543/fleet?user=ada&password=s%40c%2Fr+t"})
    void everyFormOfAPostgresUrlMeansTheSame(String setting) {
        PostgresServer server = (PostgresServer) Database.parse(setting, "portal");

        assertTrue(server.jdbcUrl().startsWith("jdbc:postgresql://db.example.com:6543/fleet?"), server.jdbcUrl());
        assertEquals(Optional.of("ada"), server.user());
        assertEquals(Optional.of("s@c/r+t"), server.password());
        assertEquals("portal", server.schema());
    }

    @Test
    void thePortAndTheLoginMayBeLeftOutAndOptionsArePassedOn() {
        PostgresServer server = (PostgresServer) Database
                .parse("postgresql://[::1]/fleet?sslmode=verify-full&currentSchema=other", "portal");

        assertTrue(server.jdbcUrl().startsWith("jdbc:postgresql://[::1]:5432/fleet?"), server.jdbcUrl());
        assertTrue(server.jdbcUrl().contains("sslmode=verify-full"), server.jdbcUrl());
        assertEquals("other", server.schema());
        assertEquals(Optional.empty(), server.password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "portal.db", "mysql://ada:secret@host/db", "sqlite:", "sqlite::memory:",
            "sqlite:x.db?mode=ro",
            "sqlite:file:x.db", "postgresql:", "postgresql://ada:secret@/db", "postgresql://ada:secret@host",
            "postgresql://ada:secret@host/", "postgresql://ada:secret@host:port/db",
            "postgresql://ada:sec#secret@host/db",
            "postgresql://ada:secret@a,b/db", "postgresql://ada:100%secret@host/db",
            "postgresql://host/db/more?password=secret",
            "ssm:/fleet/dev/db"})
    void aSettingThatMakesNoSenseIsRefusedWithoutRepeatingASecret(String setting) {
        String message = assertThrows(IllegalArgumentException.class, () -> Database.parse(setting, "portal"))
                .getMessage();

        assertTrue(message.startsWith("flotilla.database"), message);
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void aReferenceThatNobodyLookedUpIsNamed() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> Database.parse("ssm:/fleet/dev/db", "portal"))
                .getMessage();

        assertTrue(message.contains("still the reference ssm:/fleet/dev/db"), message);
    }

    @Test
    void aServerIsShownWithoutItsPassword() {
        Database server = Database.parse("postgresql://ada:secret@host/db?password=secret", "portal");

        assertEquals("jdbc:postgresql://host:5432/db as ada", server.toString());
    }

    @ParameterizedTest
    @CsvSource({"portal,portal", "health-monitor,health_monitor", "My App 2,my_app_2"})
    void aProgramLivesInASchemaOfItsOwnName(String program, String schema) {
        assertEquals(schema, DatabaseConfigSource.schema(program));
    }
}
