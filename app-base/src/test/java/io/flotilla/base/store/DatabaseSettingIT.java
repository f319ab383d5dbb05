package io.flotilla.base.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program, told about its database as the platform tells it: through the environment. */
class DatabaseSettingIT {
    private static final Path PROGRAM = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void aFileIsMadeWithItsFoldersAndForeignSettingsAreNoObstacle() throws Exception {
        Path file = folder.resolve("state/rows.db");
        Process program = start(Map.of("FLOTILLA_DATABASE", "sqlite:" + file, "FLOTILLA_SMTP", "smtp://127.0.0.1:25",
                "FLOTILLA_OF_A_LATER_RELEASE", "x"));
        try (BufferedReader output = program.inputReader()) {
            String started = output.lines().filter(line -> line.contains("Listening on")).findFirst().orElse("");

            assertTrue(started.contains("Listening on"), started);
            assertTrue(Files.exists(file));
        } finally {
            program.destroy();
            assertTrue(program.waitFor(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void withoutTheSettingNoFileIsMade() throws Exception {
        Process program = start(Map.of());
        try (BufferedReader output = program.inputReader()) {
            assertTrue(output.lines().anyMatch(line -> line.contains("Listening on")));
            assertEquals(0, folder.toFile().list().length);
        } finally {
            program.destroy();
            assertTrue(program.waitFor(30, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @CsvSource({"local,postgresql://ada:secret@127.0.0.1:1/db, cannot be opened: Connection to 127.0.0.1:1 refused",
            "local,sqlite:/proc/rows.db, the database /proc/rows.db cannot be opened",
            "local,postgresql://ada:secret@host, is not of the shape postgresql://",
            "local,ssm:/fleet/dev/db, still the reference ssm:/fleet/dev/db",
            "local,rows.db, neither sqlite: nor postgresql:",
            "aws,sqlite:rows.db, does not start on platform aws without PostgreSQL"})
    void aSettingThatWillNotDoEndsTheProgramWithOneReadableLine(String platform, String setting, String expected)
            throws Exception {
        Process program = start(Map.of("FLOTILLA_DATABASE", setting, "FLOTILLA_PLATFORM", platform,
                "FLOTILLA_DATABASE_REQUIRED_ON_AWS", "true"));
        String output = new String(program.getInputStream().readAllBytes());
        assertTrue(program.waitFor(30, TimeUnit.SECONDS));

        assertEquals(1, program.exitValue());
        assertTrue(output.contains(expected), output);
        assertFalse(output.contains("\tat ") || output.contains("secret"), output);
    }

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder program = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-jar",
                PROGRAM.toString()).directory(folder.toFile()).redirectErrorStream(true);
        program.environment().putAll(Map.of("QUARKUS_HTTP_PORT", "0", "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT", "0", "QUARKUS_OIDC_TENANT_ENABLED", "false", "FLOTILLA_IDENTITY_ISSUER",
                "http://127.0.0.1:1", "FLOTILLA_IDENTITY_SESSION_KEY", "k".repeat(32)));
        program.environment().putAll(environment);
        return program.start();
    }
}
