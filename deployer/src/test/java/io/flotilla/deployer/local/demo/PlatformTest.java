package io.flotilla.deployer.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.deployer.local.remote.LocalPlatform;
import io.flotilla.deployer.platform.Group.Lifecycle;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.platform.ScalingProcess;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.platform.Targets.Target;
import io.flotilla.deployer.platform.stack.Change;
import io.flotilla.deployer.platform.stack.Order;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.terminal.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ports over a fleet that runs in another process, as every command of the deployer uses them. */
@Timeout(300)
class PlatformTest {
    @TempDir
    Path folder;
    private DemoProcess demo;
    private EnvironmentView view;
    private Platform platform;
    private Ports ports;

    @BeforeEach
    void start() throws Exception {
        demo = new DemoProcess(folder);
        demo.fleet("Sample");
        Files.writeString(folder.resolve("fleet.yaml"),
                Files.readString(folder.resolve("fleet.yaml")).replace("port: 1\n", "port: %d\n".formatted(demo.port)));
        view = ((Reading.Valid) new CatalogueReader(Map.of()).read(folder.resolve("fleet.yaml"))).catalogue()
                .in(EnvironmentName.LOCAL);
        demo.start("--drain", "1", "--away", "1").until("Stop        Ctrl-C");
        platform = LocalPlatform.open(view);
        ports = platform.ports(view.app("Sample").orElseThrow());
    }

    @AfterEach
    void end() {
        platform.close();
        demo.close();
    }

    @Test
    void aNewVersionIsBroughtInAndTheOldOneGoesWithoutAnyoneBeingMissed() throws Exception {
        var old = only();
        demo.sample("", "SAMPLE_PREFIX=new-");
        assertEquals("LaunchTemplate", propose().resources().get(0).id());
        assertEquals(List.of("Revision"), propose().resources().get(0).properties());
        platform.stacks().execute(propose(), (stack, what) -> {});
        assertTrue(propose().isNothing());
        var version = ports.revisions().newest().id();
        assertEquals("2", version);
        assertEquals("1", ports.instances().describe().version(), "only a rollout moves the group");
        assertFalse(ports.front().get("/sample/").body().startsWith("new-"), "a rebuild changes nothing that runs");

        ports.instances().moveTo(version);
        ports.instances().setDesired(2);
        await(() -> healthy() == 2);
        ports.targets().deregister(old);
        await(() -> ports.targets().health().size() == 1);
        assertTrue(ports.front().get("/sample/").body().startsWith("new-"));
        ports.instances().retire(old);
        await(() -> ports.instances().describe().instances().size() == 1);
        assertNotEquals(old, only());
        assertEquals(1, ports.instances().describe().desired());
        assertEquals(List.of("2"),
                ports.instances().describe().instances().stream().map(one -> one.version()).toList());
        ports.instances().retire(old); // fine, though it is gone
    }

    @Test
    void whatTheRulesForbidIsRefused() {
        assertRefused(() -> ports.instances().setDesired(3));
        assertRefused(() -> ports.instances().setDesired(0));
        assertRefused(() -> ports.instances().retire(only()));
        assertRefused(() -> ports.instances().moveTo("7"));
        assertRefused(() -> ports.instances().retire("Other-1"));
        assertRefused(() -> ports.instances().console("../../etc/passwd"));
        assertRefused(() -> ports.targets().register("Sample-77"));
        assertEquals(1, healthy());
    }

    @Test
    void aBadRevisionNeverBecomesHealthyAndItsAnswerIsNamed() throws Exception {
        demo.sample("", "SAMPLE_STATUS=500");
        platform.stacks().execute(propose(), (stack, what) -> {});
        ports.instances().suspend(Set.of(ScalingProcess.HEALTH_CHECK, ScalingProcess.REPLACE_UNHEALTHY));
        ports.instances().moveTo("2");
        ports.instances().setDesired(2);
        // A slow start is refused before it answers: what counts is that its answer is named once there is one.
        await(() -> unhealthy()
                .anyMatch(target -> target.description().equals("Health checks failed with these codes: [500]")));
        var bad = unhealthy().findFirst().orElseThrow();
        for (var i = 0; i < 4; i++) {
            assertEquals(200, ports.front().get("/sample/").status());
        }
        ports.instances().moveTo("1");
        ports.instances().retire(bad.instance());
        await(() -> ports.instances().describe().instances().size() == 1);
        assertEquals(1, healthy());
    }

    @Test
    void nobodyTakesThePlaceOfAnInstanceWhileLaunchingIsSuspended() throws Exception {
        ports.instances().suspend(Set.of(ScalingProcess.LAUNCH));
        assertEquals(Set.of(ScalingProcess.LAUNCH), ports.instances().describe().suspended());
        ports.instances().replace(only());
        await(() -> ports.instances().describe().instances().isEmpty());
        ports.instances().resume(Set.of(ScalingProcess.LAUNCH));
        await(() -> healthy() == 1);
    }

    @Test
    void theConsoleIsTheEndOfTheInstancesLog() throws Exception {
        demo.sample("", "echo here I am");
        platform.stacks().execute(propose(), (stack, what) -> {});
        ports.instances().moveTo("2");
        ports.instances().replace(only());
        await(() -> ports.instances().describe().instances().stream()
                .anyMatch(one -> one.version().equals("2") && one.lifecycle() == Lifecycle.IN_SERVICE));
        var fresh = ports.instances().describe().instances().stream().filter(one -> one.version().equals("2"))
                .findFirst().orElseThrow().id();
        await(() -> ports.instances().console(fresh).contains("here I am"));
    }

    @Test
    void ordersWithoutTheTokenAreRefused() throws Exception {
        var control = folder.resolve("state/control");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(control)));
        Files.writeString(control, Files.readString(control).split(" ")[0] + " another 1");
        assertRefused(() -> ports.instances().describe());
    }

    @Test
    void nothingIsLeftOnceTheFleetIsDestroyed() throws Exception {
        var family = demo.sampleProcess();
        var stacks = platform.stacks().present();
        assertEquals(List.of("test-fleet-local", "test-fleet-local-Sample"), stacks.stream().map(Stack::name).toList());
        platform.stacks().remove(stacks.get(1), (stack, what) -> {});
        family.onExit().get(60, TimeUnit.SECONDS);
        assertEquals(404, ports.front().get("/sample/").status());
        platform.stacks().remove(stacks.get(0), (stack, what) -> {});
        assertFalse(demo.process().toHandle().isAlive(), "its launcher has ended by then");
        try (var left = Files.list(folder.resolve("state"))) {
            assertEquals(List.of("lock"), left.map(file -> file.getFileName().toString()).toList());
        }
        var failure = assertThrows(Failure.class, () -> LocalPlatform.open(view));
        assertTrue(failure.getMessage().startsWith("no fleet runs at "), failure.getMessage());
    }

    private Change propose() {
        var existing = platform.stacks().present().stream().filter(stack -> stack.app().isPresent()).findFirst();
        return platform.stacks().propose(new Order(view.app("Sample"), Optional.empty(), existing));
    }

    private String only() {
        var instances = ports.instances().describe().instances();
        assertEquals(1, instances.size(), instances::toString);
        return instances.get(0).id();
    }

    private Stream<Target> unhealthy() {
        return ports.targets().health().stream().filter(target -> target.state() == State.UNHEALTHY);
    }

    private int healthy() {
        return (int) ports.targets().health().stream().filter(target -> target.state() == State.HEALTHY).count();
    }

    private static void assertRefused(Runnable action) {
        assertThrows(PlatformFailure.Final.class, action::run);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(50);
        }
    }
}
