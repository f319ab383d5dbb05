package io.flotilla.deployer.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;

import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.simulation.Drama.Kind;
import io.flotilla.deployer.simulation.Drama.Trouble;
import org.junit.jupiter.api.Test;

/** What a rollout does in one world each, in which one thing is out of the ordinary. */
class RolloutTest {

    @Test
    void replacesTheOldGenerationByTheNew() {
        var rollout = played(Drama.quiet());
        assertEquals(State.DONE, rollout.state());
        assertEquals(2, rollout.facts().orElseThrow().serving());
        assertTrue(rollout.evidence().isEmpty());
    }

    @Test
    void rollsBackWellBeforeTheLimitWhenNewInstancesAnswerBadlyForGood() {
        var rollout = played(Drama.quiet().broken(true, false));
        assertEquals(State.ROLLED_BACK, rollout.state());
        assertTrue(took(rollout).compareTo(Duration.ofMinutes(15)) < 0, () -> "took " + took(rollout));
        assertTrue(rollout.failure().orElseThrow().contains("answers badly for good"), rollout.failure()::toString);
        assertTrue(rollout.evidence().stream().anyMatch(one -> one.text().contains("Target.ResponseCodeMismatch")));
        assertTrue(rollout.evidence().stream().anyMatch(one -> one.about().startsWith("console of i-")));
    }

    @Test
    void rollsBackAtOnceWhenANewInstanceEnds() {
        var rollout = played(Drama.quiet().broken(true, false).with(new Trouble(150, Kind.END_BY_HAND, 0),
                new Trouble(151, Kind.END_BY_HAND, 0), new Trouble(152, Kind.END_BY_HAND, 0)));
        assertEquals(State.ROLLED_BACK, rollout.state());
        assertTrue(rollout.failure().orElseThrow().contains("is ending"), rollout.failure()::toString);
    }

    @Test
    void rollsBackWhenTheAppAnswersBadlyThroughTheLoadBalancer() {
        var rollout = played(Drama.quiet().broken(false, true));
        assertEquals(State.ROLLED_BACK, rollout.state());
        assertEquals("/app/ answered 500, 5 times in a row, where 200 to 399 is good", rollout.failure().orElseThrow());
        assertTrue(rollout.evidence().stream().anyMatch(one -> one.about().equals("GET /app/")));
    }

    @Test
    void rollsBackWhenTheHookSaysNo() {
        var terms = Drama.terms(Optional.of("./smoke-test"), Optional.empty());
        assertEquals("the hook ended with exit code 1: ./smoke-test",
                played(Drama.quiet().under(terms, false)).failure().orElseThrow());
        assertEquals(State.DONE, played(Drama.quiet().under(terms, true)).state());
    }

    @Test
    void waitsForAnApprovalAndRollsBackWithoutOne() {
        var drama = Drama.quiet().under(Drama.terms(Optional.empty(), Optional.of(Duration.ofMinutes(5))), true);
        assertEquals("nobody approved it within 5 min", played(drama).failure().orElseThrow());
        assertEquals(State.DONE, played(drama.with(new Trouble(300, Kind.APPROVE, 0))).state());
    }

    @Test
    void goesBackWhenSomebodyAbortsIt() {
        var rollout = played(Drama.quiet().with(new Trouble(100, Kind.ABORT, 0)));
        assertEquals(State.ROLLED_BACK, rollout.state());
        assertEquals("aborted by vera@desk", rollout.failure().orElseThrow());
    }

    @Test
    void touchesNothingDuringAnInstanceRefresh() {
        var simulation = new Simulation(Drama.quiet(), Mutation.NONE);
        simulation.cloud().refresh();
        assertEquals(Optional.empty(), simulation.failure());
        assertEquals(State.ROLLED_BACK, simulation.rollout().state());
        assertTrue(simulation.rollout().failure().orElseThrow().startsWith("an instance refresh is under way"));
        assertTrue(simulation.rollout().facts().isEmpty());
    }

    @Test
    void onlyVerifiesWhereThereIsNoOldGeneration() {
        var rollout = played(Drama.quiet().asFirst());
        assertEquals(State.DONE, rollout.state());
        assertTrue(rollout.entries().stream().noneMatch(entry -> entry.text().startsWith("suspends")));
    }

    @Test
    void aFirstDeployThatFailsSaysThatThereIsNothingToGoBackTo() {
        var rollout = played(Drama.quiet().asFirst().broken(true, false));
        assertEquals(State.FAILED, rollout.state());
        assertTrue(io.flotilla.deployer.rollout.Outcomes.words(rollout).contains("no former revision to go back to"));
    }

    private static Rollout played(Drama drama) {
        var simulation = new Simulation(drama, Mutation.NONE);
        assertEquals(Optional.empty(), simulation.failure());
        return simulation.rollout();
    }

    private static Duration took(Rollout rollout) {
        return Duration.between(rollout.order().startedAt(), rollout.endedAt().orElseThrow());
    }
}
