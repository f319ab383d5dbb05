package io.flotilla.deployer.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.flotilla.deployer.terminal.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProcessesTest {
    @TempDir
    Path folder;
    private Processes processes;

    @AfterEach
    void end() {
        if (processes != null) {
            processes.close();
        }
    }

    @Test
    void runsAProgramWithItsVariablesAndLog() throws Exception {
        var process = started().start(program("Sales", "echo \"$FLOTILLA_APP in $PWD\"; echo again >&2; exit 3"));
        assertEquals(3, process.waitFor());
        assertEquals(List.of("Sales in " + folder, "again"), LogTail.of(folder.resolve("Sales.log"), 10));
    }

    @Test
    void saysWhichProgramCannotBeStarted() {
        var absent = new Program("Sales", List.of("/no/such/program"), new TreeMap<>(), folder,
                folder.resolve("Sales.log"));
        var failure = assertThrows(Failure.class, () -> started().start(absent));
        assertTrue(failure.getMessage().startsWith("Sales cannot be started: "), failure.getMessage());
    }

    @Test
    void endsAProgramAndWhatItHasStarted() throws Exception {
        var parent = started().start(program("Sales", "sleep 300 & echo $! > child; wait"));
        var child = child();
        processes.close();
        assertGone(parent.toHandle());
        assertGone(child);
    }

    @Test
    void endsWhatADeadProgramHasLeftBehind() throws Exception {
        var parent = started().start(program("Sales", "sleep 300 & echo $! > child; wait"));
        var child = child();
        processes.observe();
        parent.destroyForcibly().waitFor();
        assertTrue(child.isAlive());
        processes.close();
        assertGone(child);
    }

    @Test
    void killsWhatDoesNotEndWhenAsked() throws Exception {
        processes = new Processes(folder.resolve("processes"), Duration.ofMillis(300));
        var stubborn = processes.start(program("Sales", "trap '' TERM; echo $$ > child; while :; do sleep 1; done"));
        child();
        processes.close();
        assertGone(stubborn.toHandle());
    }

    @Test
    void endsWhatAKilledLauncherLeftBehind() throws Exception {
        var left = started().start(program("Sales", "sleep 300 & echo $! > child; wait"));
        var child = child();
        var next = started();
        assertEquals(List.of("Sales"), next.endLeftovers());
        assertGone(left.toHandle());
        assertGone(child);
        assertEquals(List.of(), next.endLeftovers());
    }

    @Test
    void neverEndsAStrangerThatHasTheSameId() throws Exception {
        var stranger = new ProcessBuilder("sleep", "300").start();
        try {
            var files = Files.createDirectories(folder.resolve("processes"));
            Files.writeString(files.resolve("Sales.process"), stranger.pid() + " 2020-01-01T00:00:00Z\n");
            Files.writeString(files.resolve("Torn.process"), "12");
            assertEquals(List.of(), started().endLeftovers());
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void startsNothingOnceItIsEnding() {
        started().close();
        assertThrows(Failure.class, () -> processes.start(program("Sales", "sleep 300")));
    }

    private Processes started() {
        processes = new Processes(folder.resolve("processes"), Duration.ofSeconds(5));
        return processes;
    }

    private Program program(String name, String script) {
        return new Program(name, List.of("/bin/sh", "-c", script), new TreeMap<>(Map.of("FLOTILLA_APP", name)), folder,
                folder.resolve(name + ".log"));
    }

    /** The process whose id the script has written. */
    private ProcessHandle child() throws Exception {
        var file = folder.resolve("child");
        while (!Files.exists(file) || !Files.readString(file).endsWith("\n")) {
            Thread.sleep(20);
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
    }

    private static void assertGone(ProcessHandle process) throws Exception {
        process.onExit().get(60, TimeUnit.SECONDS);
        assertFalse(process.isAlive());
    }
}
