package io.flotilla.deployer.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.flotilla.base.noticeboard.FolderNoticeboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class DemoTest {
    private static final String UP = "Stop        Ctrl-C";

    @TempDir
    Path folder;
    private DemoProcess demo;

    @BeforeEach
    void prepare() throws Exception {
        demo = new DemoProcess(folder);
    }

    @AfterEach
    void end() throws Exception {
        demo.close();
    }

    @Test
    void printsTheOneAddressOnceEverythingAnswersThere() throws Exception {
        demo.start().until(UP);
        assertTrue(demo.output().contains("http://localhost:%d/".formatted(demo.port)), demo.output());
        assertEquals("Sample of test-fleet at http://localhost:" + demo.port, get().body());
    }

    @Test
    void keepsWhatItWritesToItsOwner() throws Exception {
        demo.start().until(UP);
        var key = folder.resolve("state/keys/app-Sample.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        var before = Files.readString(key);
        demo.close();
        Files.delete(folder.resolve("output"));
        demo.start().until(UP);
        assertEquals(before, Files.readString(key));
    }

    @Test
    void leavesNoProcessBehindWhenItIsInterrupted() throws Exception {
        for (var signal : List.of("INT", "TERM")) {
            demo.start().until(UP);
            var family = family();
            new ProcessBuilder("kill", "-" + signal, Long.toString(demo.process().pid())).start().waitFor();
            assertTrue(demo.process().waitFor(60, TimeUnit.SECONDS), signal);
            assertGone(family);
            assertFalse(demo.output().contains("is started again"), demo.output());
            Files.delete(folder.resolve("output"));
        }
    }

    @Test
    void endsQuietlyWhileItIsStillStarting() throws Exception {
        demo.script("exec sleep 300");
        demo.start().until("waiting for Sample");
        var family = family().toList();
        demo.close();
        assertGone(family.stream());
        assertFalse(demo.output().contains("before it was ready"), demo.output());
        assertFalse(demo.output().contains("defect"), demo.output());
    }

    @Test
    void endsWithItsParent() throws Exception {
        var command = "'" + String.join("' '", demo.command("--with-parent")) + "'";
        var parent = new ProcessBuilder("/bin/sh", "-c", command + " > '%s' 2>&1; true".formatted(
                folder.resolve("output"))).start();
        demo.until(UP);
        var launcher = parent.children().toList();
        var family = Stream.concat(launcher.stream(), family()).toList();
        parent.destroyForcibly().waitFor();
        assertGone(family.stream());
    }

    @Test
    void endsFirstWhatAKilledLauncherLeftBehind() throws Exception {
        demo.start().until(UP);
        var left = family().toList();
        demo.process().destroyForcibly().waitFor();
        assertTrue(left.stream().allMatch(ProcessHandle::isAlive));
        Files.delete(folder.resolve("output"));
        demo.start().until(UP);
        assertTrue(demo.output().contains("ended what a former fleet left behind: Sample-1"), demo.output());
        assertGone(left.stream());
    }

    @Test
    void letsAnOutageBeSeenUntilSomebodyPressesEnter() throws Exception {
        demo.start("--away", "3600").until(UP);
        var killed = demo.sampleProcess();
        killed.destroyForcibly();
        demo.until("Sample was ended by signal 9");
        var answer = get();
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("is not running"), answer.body());
        while (!demo.output().contains("is ready again")) {
            demo.process().getOutputStream().write('\n');
            demo.process().getOutputStream().flush();
            Thread.sleep(100);
        }
        assertEquals(200, get().statusCode());
        assertNotEquals(killed.pid(), demo.sampleProcess().pid());
    }

    @Test
    void startsAnAppAgainByItselfAfterAWhile() throws Exception {
        demo.start("--away", "1").until(UP);
        demo.sampleProcess().destroyForcibly();
        demo.until("is ready again");
        assertEquals(200, get().statusCode());
    }

    @Test
    void showsTheEndOfTheLogOfAnAppThatDiesAtStart() throws Exception {
        demo.sample("for want of a nail");
        assertEquals(1, demo.start().process().waitFor());
        assertTrue(demo.output().contains("Sample ended with exit code 4 before it was ready"), demo.output());
        assertTrue(demo.output().contains("    the sample cannot start: for"), demo.output());
    }

    @Test
    void letsOneLauncherAtATimeUseTheFolder() throws Exception {
        demo.start().until(UP);
        try (var second = new DemoProcess(folder)) {
            assertEquals(1, second.start().process().waitFor());
            assertTrue(demo.output().contains("is in use by the fleet of process " + demo.process().pid()),
                    demo.output());
        }
        assertTrue(demo.sampleProcess().isAlive());
    }

    @Test
    void postsTheCatalogueAgainWhenItChangesAndIsInOrder() throws Exception {
        demo.start().until(UP);
        assertTrue(posted().contains("title: Sample"), posted());
        assertTrue(posted().contains("port: " + demo.port), posted());
        demo.fleet("[");
        demo.until("the catalogue has changed and is not posted:");
        demo.fleet("Another title");
        demo.until("has changed and is posted");
        assertTrue(posted().contains("title: Another title"), posted());
    }

    @Test
    void refusesACatalogueWithMistakes() throws Exception {
        demo.fleet("[");
        assertEquals(3, demo.start().process().waitFor());
        assertTrue(demo.output().contains("fleet.yaml:"), demo.output());
        Files.delete(folder.resolve("fleet.yaml"));
        assertEquals(3, demo.start().process().waitFor());
        assertTrue(demo.output().contains("fleet.yaml: there is no such file"), demo.output());
    }

    private HttpResponse<String> get() throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + demo.port + "/sample/")).build(),
                BodyHandlers.ofString());
    }

    private String posted() {
        return new String(new FolderNoticeboard(folder.resolve("state/noticeboard")).read("catalogue").orElseThrow()
                .body());
    }

    /** The app's process and those that it has started. */
    private Stream<ProcessHandle> family() throws Exception {
        var sample = demo.sampleProcess();
        while (sample.descendants().findAny().isEmpty()) {
            Thread.sleep(50);
        }
        return Stream.concat(Stream.of(sample), sample.descendants());
    }

    private static void assertGone(Stream<ProcessHandle> processes) {
        processes.forEach(process -> {
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
            assertFalse(process.isAlive());
        });
    }
}
