package io.flotilla.deployer.aws.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.EmulatedAccount;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Change;
import io.flotilla.deployer.platform.stack.Change.Action;
import io.flotilla.deployer.platform.stack.Order;
import io.flotilla.deployer.platform.stack.Progress;
import io.flotilla.deployer.platform.stack.Revision;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.platform.stack.Stack.Condition;
import io.flotilla.deployer.template.Fleets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** What CloudFormation, Auto Scaling and the load balancer do with our calls, as far as the emulator is faithful. */
class AwsStacksTest {
    private static final Revision REVISION = new Revision("a".repeat(40), Optional.of("c".repeat(40)));
    private static final App SALES = Fleets.app("Sales", Runtime.PYTHON, Optional.empty(), "/sales/", 104);
    private static final App STOCK = Fleets.app("Stock", Runtime.PYTHON, Optional.empty(), "/stock/", 105);

    private final EmulatedAccount account = new EmulatedAccount();
    private final List<String> steps = new ArrayList<>();
    private final Progress progress = (stack, what) -> steps.add(stack + " " + what);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void makesTheSharedStackAndThenAnAppsUntilItIsHealthy() {
        var view = account.dev(SALES);
        var stacks = account.stacks(view);
        apply(view, stacks, Optional.empty());
        apply(view, stacks, view.app("Sales"));
        var present = stacks.present().stream().collect(Collectors.toMap(Stack::name, stack -> stack));
        assertEquals(Set.of("davinci-labs-dev", "davinci-labs-dev-Sales"), present.keySet());
        var sales = present.get("davinci-labs-dev-Sales");
        assertEquals(Condition.SETTLED, sales.condition());
        assertEquals(Optional.of("Sales"), sales.app());
        assertEquals("a".repeat(40), sales.parameters().get("Revision"));
        assertEquals("1", sales.parameters().get("LaunchTemplateVersion"));
        assertEquals("davinci-labs-dev-Sales 1 of 1 healthy", steps.get(steps.size() - 1));
    }

    @Test
    void planningANewAppLeavesNothingBehind() {
        var view = account.dev(SALES);
        var stacks = account.stacks(view);
        apply(view, stacks, Optional.empty());
        var change = propose(view, stacks, view.app("Sales"));
        assertTrue(change.isNew());
        assertTrue(change.resources().stream().allMatch(part -> part.action() == Action.ADD));
        assertEquals(List.of(Condition.SETTLED, Condition.EMPTY), stacks.present().stream().map(Stack::condition)
                .sorted().toList());
        stacks.discard(change);
        assertEquals(List.of("davinci-labs-dev"), stacks.present().stream().map(Stack::name).toList());
    }

    @Test
    void showsWhatAnAppWillHaveBeforeThereIsAnythingToPutItOn() {
        var view = account.dev(SALES);
        var stacks = account.stacks(view);
        var early = propose(view, stacks, view.app("Sales"));
        assertEquals(Optional.empty(), early.id());
        apply(view, stacks, Optional.empty());
        stacks.present();
        stacks.execute(early, progress);
        assertTrue(stacks.present().stream().anyMatch(stack -> stack.name().equals("davinci-labs-dev-Sales")));
    }

    @Test
    void removesAStack() {
        var view = account.dev();
        var stacks = account.stacks(view);
        apply(view, stacks, Optional.empty());
        stacks.remove(existing(stacks, "").get(), progress);
        assertEquals(List.of(), stacks.present());
    }

    @Test
    void neverRemovesAGuardedStack() {
        var stacks = account.stacks(account.dev());
        account.aws.cloudFormation().createStack(request -> request.stackName("davinci-labs-dev")
                .enableTerminationProtection(true).tags(tag(Tags.FLEET, "davinci-labs"), tag(Tags.ENVIRONMENT, "dev"))
                .templateBody("{\"Resources\":{\"Topic\":{\"Type\":\"AWS::SNS::Topic\"}}}"));
        var shared = existing(stacks, "").get();
        assertTrue(shared.guarded());
        var refused = assertThrows(PlatformFailure.Final.class, () -> stacks.remove(shared, progress));
        assertTrue(refused.getMessage().contains("protected"), refused.getMessage());
        assertEquals(1, stacks.present().size());
    }

    @Test
    void leavesOtherFleetsStacksAlone() {
        account.aws.cloudFormation().createStack(request -> request.stackName("davinci-labs-dev-Sales")
                .tags(tag(Tags.FLEET, "davinci-labs-dev"), tag(Tags.ENVIRONMENT, "Sales"))
                .templateBody("{\"Resources\":{\"Topic\":{\"Type\":\"AWS::SNS::Topic\"}}}"));
        assertEquals(List.of(), account.stacks(account.dev(SALES)).present());
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void objectsToATakenPriorityAndAMissingImage() {
        var view = account.dev(SALES, STOCK);
        var stacks = account.stacks(view);
        apply(view, stacks, Optional.empty());
        var listener = account.aws.cloudFormation().describeStacks().stacks().get(0).outputs().stream()
                .filter(output -> output.outputKey().equals("HttpsListener")).findFirst().get().outputValue();
        account.aws.loadBalancing().createRule(rule -> rule.listenerArn(listener).priority(104)
                .conditions(
                        condition -> condition.field("path-pattern").pathPatternConfig(path -> path.values("/old/*")))
                .actions(action -> action.type("fixed-response")
                        .fixedResponseConfig(fixed -> fixed.statusCode("404"))));
        account.aws.ec2().deregisterImage(image -> image.imageId(account.ami));
        stacks.present();
        var changes = List.of(propose(view, stacks, view.app("Sales")), propose(view, stacks, view.app("Stock")));
        assertEquals(List.of(
                "apps.Sales.dev.ami: there is no image %s in us-east-1 that this account may use"
                        .formatted(account.ami),
                "apps.Stock.dev.ami: there is no image %s in us-east-1 that this account may use"
                        .formatted(account.ami),
                "apps.Sales.dev.priority: 104 is taken on the load balancer by a rule that this fleet did not make, for /old/*; free: 199"),
                stacks.survey(changes, List.of()).objections());
    }

    @Test
    void twoAppsThatSwapPrioritiesAreSequenced() {
        var before = account.dev(SALES, STOCK);
        var first = account.stacks(before);
        apply(before, first, Optional.empty());
        apply(before, first, before.app("Sales"));
        apply(before, first, before.app("Stock"));
        var after = account.dev(EmulatedAccount.at(SALES, 105), EmulatedAccount.at(STOCK, 104));
        var stacks = account.stacks(after);
        stacks.present();
        var changes = List.of(propose(after, stacks, after.app("Sales")), propose(after, stacks, after.app("Stock")));
        var survey = stacks.survey(changes, List.of());
        assertEquals(List.of(), survey.objections());
        assertEquals(List.of(
                "Stock takes the priority 104 of Sales, which steps aside to 199 until its own change"),
                survey.notes());
        assertEquals(Set.of("davinci-labs-dev-Stock"), survey.waits().get("davinci-labs-dev-Sales"));
        assertEquals(Set.of(), survey.waits().get("davinci-labs-dev-Stock"));
    }

    private Change propose(EnvironmentView view, AwsStacks stacks, Optional<App> app) {
        return stacks
                .propose(new Order(app, app.map(any -> REVISION), existing(stacks, app.map(App::name).orElse(""))));
    }

    private static Optional<Stack> existing(AwsStacks stacks, String app) {
        return stacks.present().stream().filter(stack -> stack.app().orElse("").equals(app)).findFirst();
    }

    private void apply(EnvironmentView view, AwsStacks stacks, Optional<App> app) {
        stacks.present();
        stacks.execute(propose(view, stacks, app), progress);
        stacks.present();
    }
}
