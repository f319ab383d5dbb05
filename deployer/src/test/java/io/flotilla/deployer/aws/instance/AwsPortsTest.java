package io.flotilla.deployer.aws.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.EmulatedAccount;
import io.flotilla.deployer.platform.Group.Lifecycle;
import io.flotilla.deployer.platform.Group.Member;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.platform.Revisions.Version;
import io.flotilla.deployer.platform.ScalingProcess;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.platform.Targets.Target;
import io.flotilla.deployer.platform.stack.Order;
import io.flotilla.deployer.platform.stack.Revision;
import io.flotilla.deployer.template.Fleets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ports of a rollout against the emulator's Auto Scaling, load balancing and EC2, as far as it is faithful. */
class AwsPortsTest {
    private static final String COMMIT = "a".repeat(40);
    private static final App SALES = Fleets.app("Sales", Runtime.CUSTOM, Optional.empty(), "/sales/", 104);

    private final EmulatedAccount account = new EmulatedAccount();
    private Ports ports;

    @BeforeEach
    void applySales() {
        EnvironmentView view = account.dev(SALES);
        var stacks = account.stacks(view);
        for (var app : List.of(Optional.<App>empty(), view.app("Sales"))) {
            stacks.present();
            stacks.execute(stacks.propose(new Order(app, app.map(any -> Revision.of(COMMIT)), Optional.empty())),
                    (stack, what) -> {});
        }
        ports = AwsPorts.of(view, view.app("Sales").orElseThrow(), account.aws);
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void seesTheGroupAndItsVersions() {
        var group = ports.instances().describe();
        assertEquals(1, group.min());
        assertEquals(2, group.max());
        assertEquals(1, group.desired());
        assertEquals("1", group.version());
        assertEquals(List.of(Lifecycle.IN_SERVICE), group.instances().stream().map(Member::lifecycle).toList());
        assertEquals(List.of("1"), group.instances().stream().map(Member::version).toList());
        assertTrue(group.instances().get(0).launchedAt().isPresent());
        assertEquals(List.of(new Version("1", COMMIT)), ports.revisions().all());
        assertTrue(ports.revisions().settled());
    }

    @Test
    void growsAndRetiresExactlyTheOneThatIsNamed() {
        var old = only();
        ports.instances().setDesired(2);
        assertEquals(2, ports.instances().describe().instances().size());
        ports.instances().retire(old);
        var group = ports.instances().describe();
        assertEquals(1, group.desired());
        assertTrue(group.find(old).filter(member -> member.lifecycle() != Lifecycle.LEAVING).isEmpty());
        // Whoever lost the answer asks again.
        ports.instances().retire(old);
        assertEquals(1, ports.instances().describe().desired());
    }

    @Test
    void suspendsAndResumesWhatIsNamedAndNothingElse() {
        ports.instances().suspend(Set.of(ScalingProcess.HEALTH_CHECK, ScalingProcess.AZ_REBALANCE));
        ports.instances().resume(Set.of());
        assertEquals(Set.of(ScalingProcess.HEALTH_CHECK, ScalingProcess.AZ_REBALANCE),
                ports.instances().describe().suspended());
        ports.instances().resume(Set.of(ScalingProcess.HEALTH_CHECK));
        assertEquals(Set.of(ScalingProcess.AZ_REBALANCE), ports.instances().describe().suspended());
    }

    @Test
    void movesTheGroupToAnotherVersionAndLeavesItsInstancesAlone() {
        var template = account.aws.ec2().describeLaunchTemplates().launchTemplates().get(0).launchTemplateId();
        account.aws.ec2().createLaunchTemplateVersion(request -> request.launchTemplateId(template).sourceVersion("1")
                .launchTemplateData(data -> data.instanceType("t3.micro")));
        var before = only();
        ports.instances().moveTo("2");
        assertEquals("2", ports.instances().describe().version());
        assertEquals(before, only());
    }

    @Test
    void registersAndDeregistersItsOwn() {
        var instance = only();
        assertEquals(List.of(new Target(instance, State.HEALTHY, Optional.empty(), "")), ports.targets().health());
        ports.targets().deregister(instance);
        assertTrue(ports.targets().health().stream().noneMatch(target -> target.state() == State.HEALTHY));
        ports.targets().register(instance);
        ports.targets().register(instance);
        assertEquals(List.of(instance), ports.targets().health().stream().map(Target::instance).toList());
    }

    @Test
    void touchesNothingThatIsNotTheApps() {
        var stranger = account.aws.ec2().runInstances(request -> request.imageId(account.ami).minCount(1).maxCount(1)
                .instanceType("t3.micro")).instances().get(0).instanceId();
        assertThrows(PlatformFailure.Final.class, () -> ports.instances().retire(stranger));
        assertThrows(PlatformFailure.Final.class, () -> ports.targets().register(stranger));
        assertThrows(PlatformFailure.Final.class, () -> ports.targets().deregister(stranger));
        assertThrows(PlatformFailure.Final.class, () -> ports.instances().console(stranger));
        assertEquals(1, ports.instances().describe().instances().size());
    }

    @Test
    void anAppThatWasNeverAppliedIsSaidToBe() {
        var view = account.dev(Fleets.app("Stock", Runtime.CUSTOM, Optional.empty(), "/stock/", 105));
        var failure = assertThrows(PlatformFailure.Final.class,
                () -> AwsPorts.of(view, view.app("Stock").orElseThrow(), account.aws).instances().describe());
        assertEquals("davinci-labs-dev-Stock: there is no such stack; apply the app first", failure.getMessage());
    }

    private String only() {
        var instances = ports.instances().describe().instances();
        assertEquals(1, instances.size());
        return instances.get(0).id();
    }
}
