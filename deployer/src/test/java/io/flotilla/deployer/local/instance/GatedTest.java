package io.flotilla.deployer.local.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script in the place of Python, and another in the place of the gate. */
@Timeout(120)
class GatedTest {
    @TempDir
    Path folder;
    private Process gate;

    @BeforeEach
    void pythonOfItsOwn() throws Exception {
        Files.createDirectories(folder.resolve("source/.venv/bin"));
        var python = Files.writeString(folder.resolve("source/.venv/bin/python"), """
                #!/bin/sh
                echo "$1 in $(pwd) on $PORT knows ${FLOTILLA_IDENTITY_SESSION_KEY-no key}" > %1$s/said.torn
                echo $$ > %1$s/pid
                mv %1$s/said.torn %1$s/said
                exec sleep 300
                """.formatted(folder));
        Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder.resolve("copy"));
        var builder = new ProcessBuilder(Gated.command(folder.resolve("copy"), folder.resolve("source"),
                List.of("sleep", "301"))).inheritIO();
        builder.environment().put("PORT", "8123");
        builder.environment().put("FLOTILLA_IDENTITY_SESSION_KEY", "secret");
        gate = builder.start();
        while (!Files.exists(folder.resolve("said"))) {
            assertTrue(gate.isAlive());
            Thread.sleep(20);
        }
    }

    @AfterEach
    void end() {
        gate.descendants().forEach(ProcessHandle::destroyForcibly);
        gate.destroyForcibly();
    }

    @Test
    void theAppRunsInItsCopyByItsOwnPythonAndKnowsNothingOfTheGatesSecrets() throws Exception {
        assertEquals("app.py in %s on 8123 knows no key\n".formatted(folder.resolve("copy").toRealPath()),
                Files.readString(folder.resolve("said")));
    }

    @Test
    void theGateEndsWithTheApp() throws Exception {
        app().destroyForcibly();
        assertTrue(gate.waitFor(60, TimeUnit.SECONDS));
    }

    @Test
    void theAppEndsWithTheGate() throws Exception {
        var app = app();
        gate.destroyForcibly();
        app.onExit().get(60, TimeUnit.SECONDS);
    }

    private ProcessHandle app() throws Exception {
        return ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip())).orElseThrow();
    }
}
