package io.flotilla.deployer.aws.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.deployer.aws.ScriptedAws;
import io.flotilla.deployer.platform.Group.Lifecycle;
import io.flotilla.deployer.platform.Group.Member;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.platform.Targets.Target;
import io.flotilla.deployer.template.Fleets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the emulator does not do: instances that come and go, targets that drain, refusals in the middle. */
class ScriptedPortsTest {
    private static final App SALES = Fleets.app("Sales", Runtime.CUSTOM, Optional.empty(), "/sales/", 104);

    private final ScriptedAws script = new ScriptedAws();
    private Ports ports;

    @BeforeEach
    void open() {
        script.on("DescribeStacks", stack("UPDATE_COMPLETE"));
        script.on("DescribeInstanceRefreshes", "<InstanceRefreshes/>");
        ports = AwsPorts.of(Fleets.dev(SALES), SALES, script.aws);
    }

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void foldsTheFinerStatesOfAnInstance() {
        script.on("DescribeAutoScalingGroups", group("3", member("i-1", "InService", "Unhealthy"),
                member("i-2", "Pending:Wait", "Healthy"), member("i-3", "Terminating:Proceed", "Healthy"),
                member("i-4", "EnteringStandby", "Healthy")));
        script.onEc2("DescribeInstances", "<reservationSet><item><instancesSet><item><instanceId>i-1</instanceId>"
                + "<launchTime>2026-01-01T00:00:00Z</launchTime></item></instancesSet></item></reservationSet>");
        var group = ports.instances().describe();
        assertEquals(List.of(Lifecycle.IN_SERVICE, Lifecycle.PENDING, Lifecycle.LEAVING, Lifecycle.STANDBY),
                group.instances().stream().map(Member::lifecycle).toList());
        assertFalse(group.instances().get(0).healthy());
        // EC2 does not know the newest yet.
        assertEquals(Optional.empty(), group.instances().get(1).launchedAt());
    }

    @Test
    void refusesAGroupThatFollowsLatest() {
        script.on("DescribeAutoScalingGroups", group("$Latest"));
        var failure = assertThrows(PlatformFailure.Final.class, () -> ports.instances().describe());
        assertTrue(failure.getMessage().contains("no numbered version"), failure.getMessage());
    }

    @Test
    void seesAnInstanceRefreshThatIsUnderWay() {
        script.on("DescribeAutoScalingGroups", group("3"));
        assertFalse(ports.instances().describe().refreshing());
        try (var refreshing = new ScriptedAws()) {
            refreshing.on("DescribeStacks", stack("UPDATE_COMPLETE")).on("DescribeAutoScalingGroups", group("3"))
                    .on("DescribeInstanceRefreshes",
                            "<InstanceRefreshes><member><Status>Baking</Status></member></InstanceRefreshes>");
            assertTrue(AwsPorts.of(Fleets.dev(SALES), SALES, refreshing.aws).instances().describe().refreshing());
        }
    }

    @Test
    void retiringOneThatIsLeavingAlreadyIsFine() {
        isMember("i-1");
        script.fails("TerminateInstanceInAutoScalingGroup", "ValidationError", "Instance i-1 is in Terminating state");
        script.on("DescribeAutoScalingGroups", group("3", member("i-1", "Terminating", "Healthy")));
        script.onEc2("DescribeInstances", "<reservationSet/>");
        ports.instances().retire("i-1");
        assertEquals("true", script.last("TerminateInstanceInAutoScalingGroup").get("ShouldDecrementDesiredCapacity"));
    }

    @Test
    void retiringBelowTheMinimumIsRefused() {
        isMember("i-1");
        script.fails("TerminateInstanceInAutoScalingGroup", "ValidationError",
                "Currently, desiredSize equals minSize (1). Terminating instance without replacement will violate group's min size constraint.");
        script.on("DescribeAutoScalingGroups", group("3", member("i-1", "InService", "Healthy")));
        script.onEc2("DescribeInstances", "<reservationSet/>");
        var failure = assertThrows(PlatformFailure.Final.class, () -> ports.instances().retire("i-1"));
        assertTrue(failure.getMessage().contains("min size constraint"), failure.getMessage());
    }

    @Test
    void scalingThatIsUnderWayMayBeTriedAgain() {
        script.fails("SetDesiredCapacity", "ScalingActivityInProgress", "Scaling activity in progress");
        assertThrows(PlatformFailure.Transient.class, () -> ports.instances().setDesired(2));
        assertEquals("false", script.last("SetDesiredCapacity").get("HonorCooldown"));
    }

    @Test
    void tellsEveryStateOfATargetAndAwssReason() {
        script.on("DescribeTargetHealth", "<TargetHealthDescriptions>"
                + target("i-1", "draining", "Target.DeregistrationInProgress", "Target deregistration is in progress")
                + target("i-2", "unhealthy", "Target.ResponseCodeMismatch",
                        "Health checks failed with these codes: [502]")
                + target("i-3", "initial", "Elb.InitialHealthChecking", "") + "</TargetHealthDescriptions>");
        assertEquals(List.of(
                new Target("i-1", State.DRAINING, Optional.of("Target.DeregistrationInProgress"),
                        "Target deregistration is in progress"),
                new Target("i-2", State.UNHEALTHY, Optional.of("Target.ResponseCodeMismatch"),
                        "Health checks failed with these codes: [502]"),
                new Target("i-3", State.INITIAL, Optional.of("Elb.InitialHealthChecking"), "")),
                ports.targets().health());
    }

    @Test
    void readsTheLatestConsoleOutputAndOlderTypesOne() {
        isMember("i-1");
        script.failsEc2("GetConsoleOutput", "UnsupportedOperation",
                "This instance type does not support retrieving the latest console logs.");
        script.onEc2("GetConsoleOutput", "<output>" + Base64.getEncoder().encodeToString("cloud-init failed".getBytes())
                + "</output>");
        assertEquals("cloud-init failed", ports.instances().console("i-1"));
    }

    @Test
    void aStackThatIsBusyIsNotSettledAndOneThatFailedNeedsAPerson() {
        try (var busy = new ScriptedAws()) {
            busy.on("DescribeStacks", stack("UPDATE_IN_PROGRESS"), stack("UPDATE_ROLLBACK_FAILED"));
            var revisions = AwsPorts.of(Fleets.dev(SALES), SALES, busy.aws).revisions();
            assertFalse(revisions.settled());
            assertThrows(PlatformFailure.Final.class, revisions::settled);
        }
    }

    private void isMember(String instance) {
        script.on("DescribeAutoScalingInstances", "<AutoScalingInstances><member><InstanceId>" + instance
                + "</InstanceId><AutoScalingGroupName>the-group</AutoScalingGroupName></member></AutoScalingInstances>");
    }

    private static String stack(String status) {
        return ("<Stacks><member><StackName>davinci-labs-dev-Sales</StackName><StackStatus>%s</StackStatus><Outputs>%s%s%s</Outputs>"
                + "</member></Stacks>").formatted(status, output("Group", "the-group"),
                        output("TargetGroup", "arn:targets"),
                        output("LaunchTemplate", "lt-1"));
    }

    private static String output(String key, String value) {
        return "<member><OutputKey>%s</OutputKey><OutputValue>%s</OutputValue></member>".formatted(key, value);
    }

    private static String group(String version, String... members) {
        return ("<AutoScalingGroups><member><AutoScalingGroupName>the-group</AutoScalingGroupName><MinSize>1</MinSize>"
                + "<MaxSize>2</MaxSize><DesiredCapacity>1</DesiredCapacity><LaunchTemplate><LaunchTemplateId>lt-1</LaunchTemplateId>"
                + "<Version>%s</Version></LaunchTemplate><Instances>%s</Instances></member></AutoScalingGroups>")
                .formatted(version, String.join("", members));
    }

    private static String member(String id, String state, String health) {
        return "<member><InstanceId>%s</InstanceId><LifecycleState>%s</LifecycleState><HealthStatus>%s</HealthStatus></member>"
                .formatted(id, state, health);
    }

    private static String target(String id, String state, String reason, String description) {
        return ("<member><Target><Id>%s</Id></Target><TargetHealth><State>%s</State><Reason>%s</Reason><Description>%s</Description>"
                + "</TargetHealth></member>").formatted(id, state, reason, description);
    }
}
