package io.flotilla.deployer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.deployer.plan.StackPlan.Kind;
import io.flotilla.deployer.platform.identity.Registration;
import io.flotilla.deployer.platform.identity.SignInClient;
import io.flotilla.deployer.platform.stack.Change.Action;
import io.flotilla.deployer.platform.stack.Newest;
import io.flotilla.deployer.platform.stack.PaperStacks;
import io.flotilla.deployer.platform.stack.Stack.Condition;
import io.flotilla.deployer.template.Fleets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final String OLD = "b".repeat(40);
    private static final App SALES = Fleets.app("Sales", Runtime.PYTHON, Optional.empty(), "/sales/", 104);
    private static final App STOCK = Fleets.app("Stock", Runtime.PYTHON, Optional.empty(), "/stock/", 105);

    private final PaperStacks paper = new PaperStacks();

    @BeforeEach
    void theSharedStackIsThere() {
        paper.present.add(PaperStacks.stack("davinci-labs-dev", Optional.empty(), Condition.SETTLED));
    }

    @Test
    void createsWhatIsMissing() {
        var sales = plan(Selection.ALL).stacks().get(1);
        assertEquals(Kind.CREATE, sales.kind());
        assertEquals("new: one instance starts, and apply waits until it is healthy", sales.meaning());
    }

    @Test
    void leavesAloneWhatIsAsItShouldBe() {
        present("Sales", Condition.SETTLED);
        present("Stock", Condition.SETTLED);
        var plan = plan(Selection.ALL);
        assertTrue(plan.isNothing());
        assertFalse(plan.isBlocked());
        assertEquals("as it should be", plan.stacks().get(2).meaning());
    }

    @Test
    void saysThatANewLaunchTemplateNeedsARollout() {
        present("Sales", Condition.SETTLED);
        paper.runs("Sales", OLD);
        paper.parts.put("davinci-labs-dev-Sales",
                List.of(PaperStacks.part(Action.MODIFY, "LaunchTemplate", "AWS::EC2::LaunchTemplate",
                        "LaunchTemplateData")));
        var sales = plan(Selection.ALL).stacks().get(1);
        assertEquals(Kind.UPDATE, sales.kind());
        assertTrue(sales.isStale());
        assertEquals("runs bbbbbbbbbbbb, and aaaaaaaaaaaa is the newest; new instances needed; a rollout will follow",
                sales.meaning());
    }

    @Test
    void callsAReplacementWhatItIs() {
        present("Sales", Condition.SETTLED);
        paper.parts.put("davinci-labs-dev-Sales", List.of(PaperStacks.part(Action.REPLACE, "TargetGroup",
                "AWS::ElasticLoadBalancingV2::TargetGroup", "VpcId")));
        var sales = plan(Selection.ALL).stacks().get(1);
        assertEquals(Kind.REPLACE, sales.kind());
        assertTrue(sales.meaning().startsWith("its target group is replaced: requests fail until"), sales.meaning());
    }

    @Test
    void namesAppsThatLeftAndRemovesThemOnlyWhenPruning() {
        present("Gone", Condition.SETTLED);
        var kept = plan(Selection.ALL);
        var gone = kept.stacks().get(kept.stacks().size() - 1);
        assertEquals(Kind.DELETE, gone.kind());
        assertEquals("it has left the catalogue; removed only with --prune", gone.meaning());
        assertFalse(kept.acts(gone));
        var pruned = plan(new Selection(Set.of(), false, true));
        assertTrue(pruned.acts(pruned.stacks().get(pruned.stacks().size() - 1)));
    }

    @Test
    void plansTheOthersWhenOneAppCannotBe() {
        paper.failures.put("propose davinci-labs-dev-Sales", "AWS is busy");
        present("Stock", Condition.BUSY);
        var plan = plan(Selection.ALL);
        assertEquals(List.of(Kind.UNCHANGED, Kind.BLOCKED, Kind.BLOCKED), plan.stacks().stream().map(StackPlan::kind)
                .toList());
        assertTrue(plan.stacks().get(1).meaning().contains("AWS is busy"));
        assertTrue(plan.stacks().get(2).meaning().startsWith("somebody is changing it"),
                plan.stacks().get(2).meaning());
    }

    @Test
    void aNewAppWithoutCodeIsBlockedButOneThatRunsKeepsItsOwn() {
        paper.newest.put("Sales", Newest.missing("there is no branch main"));
        paper.newest.put("Stock", Newest.missing("there is no branch main"));
        present("Stock", Condition.SETTLED);
        var plan = plan(Selection.ALL);
        assertEquals(Kind.BLOCKED, plan.stacks().get(1).kind());
        assertEquals("there is no branch main", plan.stacks().get(1).meaning());
        assertEquals(Kind.UNCHANGED, plan.stacks().get(2).kind());
        assertEquals("as it should be; there is no branch main", plan.stacks().get(2).meaning());
    }

    @Test
    void recreatesFromNothing() {
        present("Sales", Condition.BROKEN);
        var plan = plan(new Selection(Set.of("Sales"), true, false));
        assertEquals(1, plan.stacks().size());
        assertTrue(plan.stacks().get(0).isMadeAgain());
        assertEquals(Kind.REPLACE, plan.stacks().get(0).kind());
    }

    @Test
    void tellsAPersonAndAProgramTheSame() {
        present("Stock", Condition.SETTLED);
        paper.runs("Stock", OLD);
        var plan = plan(Selection.ALL);
        assertEquals("""
                Plan for davinci-labs in dev
                    (shared)  unchanged  as it should be
                  + Sales     create     new: one instance starts, and apply waits until it is healthy
                    Stock     unchanged  runs bbbbbbbbbbbb, and aaaaaaaaaaaa is the newest: a rollout brings it
                      locked: olivia@laptop since 9:00
                1 to create, 2 as they should be; 1 runs old code
                """, PlanText.of(plan));
        var json = PlanJson.of(plan);
        assertEquals("create", json.at("/stacks/1/kind").textValue());
        assertEquals("add", json.at("/stacks/1/changes/0/action").textValue());
        assertEquals(OLD, json.at("/stacks/2/running/0/code").textValue());
        assertTrue(json.at("/stacks/2/stale").booleanValue());
        assertEquals("olivia@laptop since 9:00", json.at("/stacks/2/holder").textValue());
    }

    @Test
    void leavesAnAppAloneThatARolloutHolds() {
        present("Stock", Condition.SETTLED);
        paper.parts.put("davinci-labs-dev-Stock", List.of(PaperStacks.part(Action.MODIFY, "Group",
                "AWS::AutoScaling::AutoScalingGroup", "MinSize")));
        var stock = plan(Selection.ALL).stacks().get(2);
        assertEquals(Kind.BLOCKED, stock.kind());
        assertTrue(stock.meaning().contains("olivia@laptop since 9:00; apply it once that has ended"), stock.meaning());
        assertTrue(paper.done.contains("discard davinci-labs-dev-Stock"));
    }

    @Test
    void forgetsEveryProposal() {
        var planner = planner();
        planner.discard(planner.plan(Selection.ALL));
        assertEquals(Set.of("discard davinci-labs-dev-Sales", "discard davinci-labs-dev-Stock"),
                Set.copyOf(paper.done));
    }

    private SignInClient signIn = SignInClient.ELSEWHERE;

    private Plan plan(Selection selection) {
        return planner().plan(selection);
    }

    /** A provider that has to learn of an app. */
    private static final class Provider implements SignInClient {
        private final Registration change = new Registration(
                List.of("callback https://labs-dev.example.com/sales/sign-in"), List.of("self-sign-up"));

        @Override
        public Optional<Registration> difference() {
            return Optional.of(change);
        }

        @Override
        public void bring(Registration shown) {
            throw new AssertionError("a plan changes nothing");
        }
    }

    @Test
    void whatChangesAtTheIdentityProviderIsShownAndIsSomethingToDo() {
        signIn = new Provider();
        present("Sales", Condition.SETTLED);
        present("Stock", Condition.SETTLED);
        var plan = plan(Selection.ALL);
        assertFalse(plan.isNothing());
        assertTrue(PlanText.of(plan).contains("""
                  ~ (sign-in)  update     who can sign in where
                      + callback https://labs-dev.example.com/sales/sign-in
                      - self-sign-up
                """), PlanText.of(plan));
        assertEquals("self-sign-up", PlanJson.of(plan).at("/signIn/removes/0").textValue());
        assertTrue(plan(new Selection(Set.of("Sales"), false, false)).isNothing());
    }

    private Planner planner() {
        return new Planner(Fleets.dev(SALES, STOCK), paper, paper,
                app -> app.equals("Stock") && paper.present.size() > 1
                        ? Optional.of("olivia@laptop since 9:00")
                        : Optional.empty(),
                signIn);
    }

    private void present(String app, Condition condition) {
        paper.present.add(PaperStacks.stack("davinci-labs-dev-" + app, Optional.of(app), condition));
    }
}
