package io.flotilla.deployer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutCommandsTest {
    private static final Path DEMO = Path.of("demo/fleet.yaml");

    @Test
    void aRolloutIsToldOfWhichApps() {
        var run = CommandRun.of("rollout", "dev", "-f", DEMO);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("name apps, or say --stale or --all"), run.err());
        assertEquals(2, CommandRun.of("rollout", "dev", "Sales", "--all", "-f", DEMO).exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume", "rollback", "abort", "approve", "history"})
    void anAppThatTheEnvironmentDoesNotHaveIsNamedWithThoseItHas(String command) {
        var run = CommandRun.of(command, "dev", "Slaes", "-f", DEMO);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("no app Slaes in dev; it has "), run.err());
    }

    @Test
    void timesAreTypedAsPeopleWriteThem() {
        var run = CommandRun.of("rollout", "dev", "Sales", "--bake", "soon", "-f", DEMO);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("\"soon\" is no time; write 30s, 15m or 2h"), run.err());
    }

    @Test
    void aDeployThatCannotApplyRollsNothingOut(@TempDir Path folder) throws IOException {
        var fleet = Files.writeString(folder.resolve("fleet.yaml"),
                Files.readString(DEMO).replaceAll("port: \\d+", "port: 65001"));
        var run = CommandRun.of("deploy", "local", "--yes", "-f", fleet);
        assertEquals(1, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().filter(line -> line.contains("localhost:65001")).count(), run.err());
    }
}
