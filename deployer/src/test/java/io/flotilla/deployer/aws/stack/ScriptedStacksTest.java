package io.flotilla.deployer.aws.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.Environment;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.ScriptedAws;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Change;
import io.flotilla.deployer.platform.stack.Change.Action;
import io.flotilla.deployer.platform.stack.Change.Part;
import io.flotilla.deployer.platform.stack.Order;
import io.flotilla.deployer.platform.stack.Progress;
import io.flotilla.deployer.platform.stack.Revision;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.platform.stack.Stack.Condition;
import io.flotilla.deployer.template.Fleets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the emulator does not do: CloudFormation takes its time, replaces, rolls back, refuses. */
class ScriptedStacksTest {
    private static final App SALES = Fleets.app("Sales", Runtime.CUSTOM, Optional.empty(), "/sales/", 104);
    private static final EnvironmentView VIEW = Fleets.with(new Environment.Extras(Optional.empty(),
            Optional.of("arn:aws:iam::123456789012:role/cloudformation"), Optional.empty()), SALES);
    private static final String NAME = "davinci-labs-dev-Sales";
    private static final Revision REVISION = Revision.of("a".repeat(40));
    private static final Stack EXISTING = new Stack(NAME, Optional.of("Sales"), Condition.SETTLED, "UPDATE_COMPLETE",
            Map.of("Revision", "b".repeat(40), "LaunchTemplateVersion", "7"), Optional.empty(), false);

    private final ScriptedAws script = new ScriptedAws();
    private final List<String> steps = new ArrayList<>();
    private final Progress progress = (stack, what) -> steps.add(what);
    private AwsStacks stacks;

    @BeforeEach
    void open() {
        stacks = new AwsStacks(VIEW, script.aws, new Images(script.aws, VIEW), app -> Optional.of("#!/bin/bash\n"),
                () -> Optional.of("c".repeat(64)), script.pause(), script::now);
        script.onEc2("DescribeImages", "<imagesSet/>");
        script.on("DescribeAutoScalingGroups", "<AutoScalingGroups/>");
        script.on("CreateChangeSet", "<Id>arn:set</Id><StackId>arn:stack</StackId>");
        script.on("DeleteChangeSet", "").on("ExecuteChangeSet", "").on("DeleteStack", "");
    }

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void readsAChangeSetToItsLastPageOnceItIsMade() {
        script.on("DescribeChangeSet", "<Status>CREATE_PENDING</Status>", "<Status>CREATE_IN_PROGRESS</Status>",
                "<Status>CREATE_COMPLETE</Status><NextToken>more</NextToken><Changes>"
                        + change("Modify", "LaunchTemplate", "AWS::EC2::LaunchTemplate", "False",
                                detail("LaunchTemplateData", "Revision"))
                        + "</Changes>",
                "<Status>CREATE_COMPLETE</Status><Changes>"
                        + change("Modify", "TargetGroup", "AWS::ElasticLoadBalancingV2::TargetGroup", "True",
                                detail("VpcId", ""))
                        + change("Modify", "Role", "AWS::IAM::Role", "Conditional", detail("Policies", ""))
                        + change("Remove", "Old", "AWS::SNS::Topic", "", "") + "</Changes>");
        var change = stacks.propose(order(EXISTING));
        assertEquals(List.of(
                new Part(Action.MODIFY, "LaunchTemplate", "AWS::EC2::LaunchTemplate", List.of("LaunchTemplateData")),
                new Part(Action.REPLACE, "TargetGroup", "AWS::ElasticLoadBalancingV2::TargetGroup", List.of("VpcId")),
                new Part(Action.MAY_REPLACE, "Role", "AWS::IAM::Role", List.of("Policies")),
                new Part(Action.REMOVE, "Old", "AWS::SNS::Topic", List.of())), change.resources());
        assertEquals("more", script.last("DescribeChangeSet").get("NextToken"));
        assertEquals(Optional.of("arn:set"), change.id());
    }

    @Test
    void asksForWhatIsOrderedAndKeepsTheVersionThatARolloutChose() {
        script.on("DescribeChangeSet", "<Status>CREATE_COMPLETE</Status>");
        stacks.propose(order(EXISTING));
        var call = script.last("CreateChangeSet");
        assertEquals("UPDATE", call.get("ChangeSetType"));
        assertEquals("arn:aws:iam::123456789012:role/cloudformation", call.get("RoleARN"));
        assertEquals("Gate", call.get("Parameters.member.1.ParameterKey"));
        assertEquals("c".repeat(64), call.get("Parameters.member.1.ParameterValue"));
        assertEquals("LaunchTemplateVersion", call.get("Parameters.member.2.ParameterKey"));
        assertEquals("7", call.get("Parameters.member.2.ParameterValue"));
        assertEquals("Revision", call.get("Parameters.member.3.ParameterKey"));
        assertEquals("a".repeat(40), call.get("Parameters.member.3.ParameterValue"));
    }

    @Test
    void aGroupThatOnlyCatchesUpWithARolloutIsNoChange() {
        script.on("DescribeChangeSet", "<Status>CREATE_COMPLETE</Status><Changes>" + change("Modify", "Group",
                "AWS::AutoScaling::AutoScalingGroup", "False", detail("LaunchTemplate", "LaunchTemplateVersion"))
                + "</Changes>");
        var change = stacks.propose(order(EXISTING));
        assertTrue(change.isNothing());
        assertTrue(script.actions().contains("DeleteChangeSet"));
    }

    @Test
    void noChangesAreNoFailure() {
        script.on("DescribeChangeSet",
                "<Status>FAILED</Status><StatusReason>The submitted information didn't contain changes."
                        + "</StatusReason>");
        assertTrue(stacks.propose(order(EXISTING)).isNothing());
    }

    @Test
    void aChangeSetThatFailsSaysWhyAndLeavesNoEmptyStack() {
        script.on("DescribeChangeSet", "<Status>FAILED</Status><StatusReason>Template error</StatusReason>");
        script.on("DescribeStacks", shared() + stack(NAME, "REVIEW_IN_PROGRESS", "") + "</Stacks>");
        stacks.present();
        script.on("DescribeStacks", stacks(NAME, "REVIEW_IN_PROGRESS"));
        var failure = assertThrows(PlatformFailure.Final.class, () -> stacks.propose(new Order(Optional.of(SALES),
                Optional.of(REVISION),
                stacks.present().stream().filter(stack -> stack.app().isPresent()).findFirst())));
        assertEquals("the change set of " + NAME + ": Template error", failure.getMessage());
        assertEquals("arn:" + NAME, script.last("DeleteStack").get("StackName"));
    }

    @Test
    void waitsUntilAnUpdateHasEndedAndTellsWhatItDoesMeanwhile() {
        script.on("DescribeStackEvents", events(event("1", NAME, "UPDATE_COMPLETE", "")),
                events(event("2", "LaunchTemplate", "UPDATE_IN_PROGRESS", "")
                        + event("1", NAME, "UPDATE_COMPLETE", "")),
                events(event("3", "LaunchTemplate", "UPDATE_COMPLETE", "")
                        + event("2", "LaunchTemplate", "UPDATE_IN_PROGRESS", "")
                        + event("1", NAME, "UPDATE_COMPLETE", "")));
        script.on("DescribeStacks", stacks(NAME, "UPDATE_COMPLETE"), stacks(NAME, "UPDATE_IN_PROGRESS"),
                stacks(NAME, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"), stacks(NAME, "UPDATE_COMPLETE"));
        stacks.execute(change(EXISTING), progress);
        assertEquals(List.of("LaunchTemplate UPDATE_IN_PROGRESS", "LaunchTemplate UPDATE_COMPLETE"), steps);
    }

    @Test
    void theFirstFailureIsWhatThePersonReads() {
        script.on("DescribeStackEvents", events(""),
                events(event("4", NAME, "UPDATE_ROLLBACK_COMPLETE", "")
                        + event("3", "LaunchTemplate", "UPDATE_FAILED", "Resource update cancelled")
                        + event("2", "ListenerRule", "UPDATE_FAILED", "Priority '104' is currently in use")
                        + event("1", NAME, "UPDATE_IN_PROGRESS", "User Initiated")));
        script.on("DescribeStacks", stacks(NAME, "UPDATE_ROLLBACK_COMPLETE"));
        var failure = assertThrows(PlatformFailure.Final.class, () -> stacks.execute(change(EXISTING), progress));
        assertEquals(
                NAME + ": ListenerRule (AWS::Some::Type): Priority '104' is currently in use; it is as it was before",
                failure.getMessage());
    }

    @Test
    void aStackThatChangedSinceItsPlanIsRefused() {
        try (var stale = new ScriptedAws()) {
            stale.on("DescribeStackEvents", events("")).on("DescribeStacks", stacks(NAME, "UPDATE_COMPLETE"));
            stale.fails("ExecuteChangeSet", "InvalidChangeSetStatus",
                    "ChangeSet [arn:set] cannot be executed: OBSOLETE");
            var refused = assertThrows(PlatformFailure.Final.class, () -> new AwsStacks(VIEW, stale.aws,
                    new Images(stale.aws, VIEW), app -> Optional.empty(), Optional::empty, stale.pause(), stale::now)
                    .execute(change(EXISTING), progress));
            assertTrue(refused.getMessage().contains("it has changed since this plan was made"), refused.getMessage());
        }
    }

    @Test
    void aStackThatNeverLivedIsRemovedBeforeItIsMade() {
        var stillborn = new Stack(NAME, Optional.of("Sales"), Condition.STILLBORN, "ROLLBACK_COMPLETE", Map.of(),
                Optional.empty(), false);
        var proposed = stacks.propose(order(stillborn));
        assertEquals(Optional.empty(), proposed.id());
        assertTrue(proposed.isNew());
        assertFalse(script.actions().contains("CreateChangeSet"));
        script.on("DescribeStacks", stacks(NAME, "ROLLBACK_COMPLETE"), stacks(NAME, "DELETE_COMPLETE"));
        script.on("DescribeStackEvents", events(""));
        script.on("DescribeChangeSet", "<Status>CREATE_COMPLETE</Status>");
        var refused = assertThrows(PlatformFailure.Final.class, () -> stacks.execute(proposed, progress));
        assertTrue(refused.getMessage().contains("CloudFormation would do something else than was shown"),
                refused.getMessage());
        assertTrue(script.actions().indexOf("DeleteStack") < script.actions().indexOf("CreateChangeSet"));
        assertFalse(script.actions().contains("ExecuteChangeSet"));
    }

    @Test
    void aFirstDeployWaitsForHealthAndInTheEndSaysWhyThereIsNone() {
        var health = new FirstHealth(script.aws, script.pause(), script::now);
        script.on("DescribeTargetHealth", targets("initial", "Elb.RegistrationInProgress"),
                targets("unhealthy", "Target.Timeout"), targets("healthy", ""));
        health.await(NAME, "arn:group", 1, progress);
        assertEquals(List.of("0 of 1 healthy", "0 of 1 healthy", "1 of 1 healthy"), steps);
        var start = script.now();
        script.on("DescribeTargetHealth", targets("healthy", ""), targets("unhealthy", "Target.ResponseCodeMismatch"));
        var failure = assertThrows(PlatformFailure.Final.class, () -> health.await(NAME, "arn:group", 2, progress));
        assertTrue(failure.getMessage().contains("i-1 unhealthy Target.ResponseCodeMismatch"), failure.getMessage());
        assertEquals(15, Duration.between(start, script.now()).toMinutes());
    }

    private static Order order(Stack existing) {
        return new Order(Optional.of(SALES), Optional.of(REVISION), Optional.of(existing));
    }

    private static Change change(Stack existing) {
        return new Change(order(existing), NAME, Optional.of("arn:set"),
                List.of(new Part(Action.MODIFY, "LaunchTemplate", "AWS::EC2::LaunchTemplate", List.of())));
    }

    private static String change(String action, String id, String type, String replacement, String details) {
        return ("<member><Type>Resource</Type><ResourceChange><Action>%s</Action><LogicalResourceId>%s</LogicalResourceId>"
                + "<ResourceType>%s</ResourceType><Replacement>%s</Replacement><Details>%s</Details></ResourceChange></member>")
                .formatted(action, id, type, replacement, details);
    }

    private static String detail(String property, String cause) {
        return "<member><Target><Attribute>Properties</Attribute><Name>%s</Name></Target><CausingEntity>%s</CausingEntity></member>"
                .formatted(property, cause);
    }

    private static String shared() {
        return "<Stacks>" + stack("davinci-labs-dev", "CREATE_COMPLETE",
                "<Tags><member><Key>flotilla:fleet</Key><Value>davinci-labs</Value></member><member><Key>flotilla:environment</Key>"
                        + "<Value>dev</Value></member></Tags><Outputs><member><OutputKey>HttpsListener</OutputKey>"
                        + "<OutputValue>arn:listener</OutputValue></member></Outputs>");
    }

    private static String stacks(String name, String status) {
        return "<Stacks>" + stack(name, status, "") + "</Stacks>";
    }

    private static String stack(String name, String status, String more) {
        return "<member><StackName>%1$s</StackName><StackId>arn:%1$s</StackId><StackStatus>%2$s</StackStatus>%3$s</member>"
                .formatted(name, status, more);
    }

    private static String events(String members) {
        return "<StackEvents>" + members + "</StackEvents>";
    }

    private static String event(String id, String resource, String status, String reason) {
        return ("<member><EventId>%s</EventId><LogicalResourceId>%s</LogicalResourceId><ResourceType>AWS::Some::Type</ResourceType>"
                + "<ResourceStatus>%s</ResourceStatus>%s</member>").formatted(id, resource, status,
                        reason.isEmpty() ? "" : "<ResourceStatusReason>" + reason + "</ResourceStatusReason>");
    }

    private static String targets(String state, String reason) {
        return ("<TargetHealthDescriptions><member><Target><Id>i-1</Id></Target><TargetHealth><State>%s</State>%s</TargetHealth>"
                + "</member></TargetHealthDescriptions>").formatted(state,
                        reason.isEmpty() ? "" : "<Reason>" + reason + "</Reason>");
    }
}
