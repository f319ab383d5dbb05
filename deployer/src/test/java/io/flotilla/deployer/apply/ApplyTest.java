package io.flotilla.deployer.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.deployer.apply.Outcome.State;
import io.flotilla.deployer.plan.Plan;
import io.flotilla.deployer.plan.Planner;
import io.flotilla.deployer.plan.Selection;
import io.flotilla.deployer.platform.identity.SignInClient;
import io.flotilla.deployer.platform.stack.PaperStacks;
import io.flotilla.deployer.platform.stack.Stack.Condition;
import io.flotilla.deployer.template.Fleets;
import org.junit.jupiter.api.Test;

class ApplyTest {
    private static final String SHARED = "davinci-labs-dev";
    private static final String SALES = "davinci-labs-dev-Sales";
    private static final String STOCK = "davinci-labs-dev-Stock";
    private static final App[] APPS = {Fleets.app("Sales", Runtime.PYTHON, Optional.empty(), "/sales/", 104),
            Fleets.app("Stock", Runtime.PYTHON, Optional.empty(), "/stock/", 105)};

    private final PaperStacks paper = new PaperStacks();

    @Test
    void doesWhatIsSharedFirst() {
        assertEquals(List.of(State.DONE, State.DONE, State.DONE), states(run(plan(Selection.ALL))));
        assertEquals("execute " + SHARED, paper.done.get(0));
        assertEquals(3, paper.done.size());
    }

    @Test
    void leavesTheAppsAloneWhenWhatIsSharedFails() {
        paper.failures.put("execute " + SHARED, "the VPC is full");
        var outcomes = run(plan(Selection.ALL));
        assertEquals(List.of(State.FAILED, State.SKIPPED, State.SKIPPED), states(outcomes));
        assertEquals("it waits for (shared), which is not done", outcomes.get(1).detail());
        assertEquals(List.of(), paper.done);
    }

    @Test
    void oneAppsFailureStopsNoOther() {
        paper.failures.put("execute " + SALES, "no capacity");
        var outcomes = run(plan(Selection.ALL));
        assertEquals(List.of(State.DONE, State.FAILED, State.DONE), states(outcomes));
        assertTrue(outcomes.get(1).detail().contains("no capacity"), outcomes.get(1).detail());
    }

    @Test
    void whatTakesAnothersPlaceWaitsForIt() {
        paper.waits(SALES, STOCK);
        run(plan(Selection.ALL));
        assertEquals(List.of("execute " + SHARED, "execute " + STOCK, "execute " + SALES), paper.done);
    }

    @Test
    void appsGoSideBySide() throws Exception {
        paper.present.add(PaperStacks.stack(SHARED, Optional.empty(), Condition.SETTLED));
        var both = new CountDownLatch(2);
        var at = new AtomicInteger();
        paper.during = stack -> {
            both.countDown();
            try {
                // Each waits for the other: one after the other would never end.
                if (!both.await(30, TimeUnit.SECONDS)) {
                    at.incrementAndGet();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return null;
        };
        run(plan(Selection.ALL));
        assertEquals(0, at.get());
    }

    @Test
    void removesBeforeItMakesAgain() {
        paper.present.add(PaperStacks.stack(SHARED, Optional.empty(), Condition.SETTLED));
        paper.present.add(PaperStacks.stack(SALES, Optional.of("Sales"), Condition.BROKEN));
        run(plan(new Selection(Set.of("Sales"), true, false)));
        assertEquals(List.of("remove " + SALES, "execute " + SALES), paper.done);
    }

    @Test
    void removesWhatLeftOnlyWhenPruning() {
        paper.present.add(PaperStacks.stack(SHARED + "-Gone", Optional.of("Gone"), Condition.SETTLED));
        run(plan(Selection.ALL));
        assertEquals(false, paper.done.contains("remove " + SHARED + "-Gone"));
        run(plan(new Selection(Set.of(), false, true)));
        assertTrue(paper.done.contains("remove " + SHARED + "-Gone"));
    }

    private Plan plan(Selection selection) {
        return new Planner(Fleets.dev(APPS), paper, paper, app -> Optional.empty(), SignInClient.ELSEWHERE)
                .plan(selection);
    }

    private List<Outcome> run(Plan plan) {
        return new Apply(paper, (stack, what) -> {}, 2).run(plan);
    }

    private static List<State> states(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::state).toList();
    }
}
