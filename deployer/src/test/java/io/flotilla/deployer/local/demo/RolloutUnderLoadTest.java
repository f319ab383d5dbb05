package io.flotilla.deployer.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.local.load.Load;
import io.flotilla.deployer.local.remote.LocalPlatform;
import io.flotilla.deployer.platform.stack.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The claim that the house stands for: a rollout loses no request, whether it succeeds, fails, or loses its deployer on the way.
 * Real processes behind the real gateway, and clients that never retry. {@code -Dload.rounds=20} makes it longer,
 * {@code -Dload.rate=40} lighter for a machine that is slow.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RolloutUnderLoadTest {
    private static final int ROUNDS = Integer.getInteger("load.rounds", 1);
    private static final int A_SECOND = Integer.getInteger("load.rate", 200);

    @TempDir
    Path folder;
    private final Instant since = Instant.now();
    private final List<String> rows = new ArrayList<>();
    private final Set<String> revisions = new TreeSet<>();
    private DemoProcess demo;
    private Load load;

    @BeforeEach
    void start() throws Exception {
        demo = new DemoProcess(folder);
        Files.writeString(fleet(), Files.readString(fleet()).replace("port: 1\n", "port: %d\n".formatted(demo.port)));
        demo.sample("", "SAMPLE_PREFIX=first-");
        demo.start("--drain", "3").until("Stop        Ctrl-C");
        load = new Load(demo.port).requests("/sample/", A_SECOND).downloads("/sample/download", 2)
                .streams("/sample/events", 3);
    }

    @AfterEach
    void end() throws Exception {
        load.close();
        demo.close();
    }

    @Test
    void noRequestIsLostWhateverBecomesOfARollout() throws Exception {
        count("at rest", ROUNDS * 3 * A_SECOND); // so that a long run has something to compare with
        for (var round = 1; round <= ROUNDS; round++) {
            var name = "round%d-".formatted(round);
            apply("SAMPLE_PREFIX=good-" + name);
            assertEquals(State.DONE, RolloutProgram.drive(program().begin()).state());
            count("rollout");

            apply("SAMPLE_STATUS=500 SAMPLE_PREFIX=bad-" + name);
            assertEquals(State.ROLLED_BACK, RolloutProgram.drive(program().begin()).state());
            count("failed rollout, rolled back");

            apply("SAMPLE_PREFIX=resumed-" + name);
            killInTheMiddle();
            assertEquals(State.DONE, RolloutProgram.drive(program().resume()).state());
            count("rollout, its deployer killed, resumed");
        }
        assertTrue(revisions.containsAll(List.of("first-Sample", "good-round1-Sample", "resumed-round1-Sample")),
                revisions::toString);
        assertTrue(revisions.stream().noneMatch(revision -> revision.startsWith("bad")), revisions::toString);
        Files.write(Path.of("target/load.md"), rows);
    }

    private void apply(String variables) throws Exception {
        demo.sample("", variables);
        try (var platform = LocalPlatform.open(RolloutProgram.view(fleet()))) {
            var app = RolloutProgram.view(fleet()).app("Sample");
            var existing = platform.stacks().present().stream().filter(stack -> stack.app().isPresent()).findFirst();
            var change = platform.stacks().propose(new Order(app, Optional.empty(), existing));
            platform.stacks().execute(change, (stack, what) -> {});
        }
    }

    /** While both generations are there and the old one is leaving. */
    private void killInTheMiddle() throws Exception {
        var output = folder.resolve("rollout-output");
        Files.deleteIfExists(output);
        var deployer = new ProcessBuilder(DemoProcess.java(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), RolloutProgram.class.getName(), fleet().toString(),
                since.toString()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        while (!Files.readString(output).contains("AWAIT_DRAINED")) {
            assertTrue(deployer.isAlive(), Files.readString(output));
            Thread.sleep(20);
        }
        deployer.destroyForcibly().waitFor();
    }

    private void count(String phase) throws Exception {
        count(phase, 1);
    }

    private void count(String phase, int served) throws Exception {
        var report = load.report(served);
        assertEquals(List.of(), report.failures(), phase);
        assertEquals(0, report.failed(), phase);
        revisions.addAll(report.revisions().keySet());
        rows.add(report.row(phase));
    }

    private RolloutProgram program() {
        return new RolloutProgram(fleet(), since);
    }

    private Path fleet() {
        return folder.resolve("fleet.yaml");
    }
}
