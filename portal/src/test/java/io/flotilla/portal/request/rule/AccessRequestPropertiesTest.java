package io.flotilla.portal.request.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.portal.request.rule.AccessRequest.Asker;
import io.flotilla.portal.request.rule.AccessRequest.State;
import io.flotilla.portal.request.rule.AccessRequest.Verdict;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever people do in whatever order, and however late: what must always be true of a request. */
class AccessRequestPropertiesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Terms TERMS = new Terms(Duration.ofDays(14), Duration.ofDays(3));
    private static final Set<State> IN = Set.of(State.APPROVED, State.GRANTED, State.ENDING);

    /** @param after hours since the step before; @param who 0 is the asker; @param days of an approval, 0 for no end */
    private record Step(Act act, int after, int who, int days) {}

    private enum Act {
        APPROVE, REFUSE, WITHDRAW, GRANT, REOPEN, END, WAIT
    }

    @Property
    void aRequestIsDecidedOnceAtMostByAnotherThanTheAskerAndBeforeItLapses(@ForAll("lives") List<Step> steps) {
        var now = START;
        var request = fresh();
        for (var step : steps) {
            now = now.plus(Duration.ofHours(step.after()));
            var next = after(request, step, now);
            if (next.isPresent() && next.get().verdict().isPresent() && request.verdict().isEmpty()) {
                var verdict = next.get().verdict().get();
                assertNotEquals("person0", verdict.by());
                assertTrue(now.isBefore(request.lapsesAt()), "decided after it had lapsed");
            } else if (next.isPresent() && step.act() != Act.REOPEN) {
                assertEquals(request.verdict(), next.get().verdict());
            }
            request = next.orElse(request);
        }
    }

    @Property
    void everyStepIsANewVersionAndWhatIsOverStaysOver(@ForAll("lives") List<Step> steps) {
        var now = START;
        var request = fresh();
        for (var step : steps) {
            now = now.plus(Duration.ofHours(step.after()));
            var next = after(request, step, now);
            if (next.isPresent()) {
                assertFalse(request.isOver(), () -> "something became of what was over");
                assertEquals(request.version() + 1, next.get().version());
                assertEquals(Set.of(State.REFUSED, State.LAPSED, State.WITHDRAWN, State.ENDED)
                        .contains(next.get().state()), next.get().isOver());
            }
            request = next.orElse(request);
        }
    }

    @Property
    void nobodyIsLetInWithoutAnApprovalNorStaysWhenItsTimeIsOver(@ForAll("lives") List<Step> steps) {
        var now = START;
        var request = fresh();
        for (var step : steps) {
            now = now.plus(Duration.ofHours(step.after()));
            request = after(request, step, now).orElse(request);
            if (IN.contains(request.state())) {
                assertTrue(request.verdict().isPresent());
            }
            var settled = settled(request, now);
            if (settled.state() == State.GRANTED && settled.until().isPresent()) {
                assertTrue(settled.until().get().isAfter(now), "in beyond the end");
            }
            assertTrue(settled.state() != State.PENDING || now.isBefore(settled.lapsesAt()), "waits beyond the end");
        }
    }

    @Property
    void aWarningComesOnceBeforeTheEndAndInTheSecondHalf(@ForAll("lives") List<Step> steps) {
        var now = START;
        var request = fresh();
        var warnings = new ArrayList<Instant>();
        for (var step : steps) {
            now = now.plus(Duration.ofHours(step.after()));
            var next = after(request, step, now).orElse(request);
            if (next.warned() && !request.warned()) {
                warnings.add(now);
                var begun = next.verdict().orElseThrow().at();
                var end = next.until().orElseThrow();
                assertTrue(now.isBefore(end));
                assertFalse(Duration.between(begun, now).multipliedBy(2)
                        .compareTo(Duration.between(begun, end)) < 0, "warned in the first half");
            }
            request = next;
        }
        assertTrue(warnings.size() <= 1);
    }

    @Test
    void theUsualLife() {
        var verdict = new Verdict("olivia", "Olivia", "olivia@example.com", START, "", Optional.of(days(30)));
        var request = fresh().approved(verdict, Set.of("sales")).orElseThrow().granted().orElseThrow();
        assertEquals(Optional.empty(), request.at(days(26), TERMS));
        request = request.at(days(27), TERMS).orElseThrow();
        assertTrue(request.warned());
        request = request.at(days(30), TERMS).orElseThrow();
        assertEquals(State.ENDING, request.state());
        request = request.ended(days(30)).orElseThrow();
        assertEquals(State.ENDED, request.state());
        assertEquals(Set.of("sales"), request.groups());
    }

    @Test
    void anApprovalThatIsOverBeforeItBeginsIsNone() {
        var verdict = new Verdict("olivia", "Olivia", "", days(1), "", Optional.of(days(1)));
        assertEquals(Optional.empty(), fresh().approved(verdict, Set.of()));
    }

    private static AccessRequest fresh() {
        return AccessRequest.asked("r", "Sales", new Asker("person0", "Sam", "sam@example.com"), "please", START,
                TERMS);
    }

    private static Instant days(int days) {
        return START.plus(Duration.ofDays(days));
    }

    private static Optional<AccessRequest> after(AccessRequest request, Step step, Instant now) {
        var person = "person" + step.who();
        var until = step.days() == 0 ? Optional.<Instant>empty() : Optional.of(now.plus(Duration.ofDays(step.days())));
        var verdict = new Verdict(person, person, "", now, "", until);
        return switch (step.act()) {
            case APPROVE -> request.approved(verdict, Set.of("sales"));
            case REFUSE -> request.refused(verdict);
            case WITHDRAW -> request.withdrawn(person, now);
            case GRANT -> request.granted();
            case REOPEN -> request.reopened(now, TERMS);
            case END -> request.ended(now);
            case WAIT -> request.at(now, TERMS);
        };
    }

    /** Time passes until it has nothing more to say. */
    private static AccessRequest settled(AccessRequest request, Instant now) {
        var next = request.at(now, TERMS);
        return next.isPresent() ? settled(next.get(), now) : request;
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        var steps = Combinators.combine(Arbitraries.of(Act.class), Arbitraries.integers().between(0, 24 * 9),
                Arbitraries.integers().between(0, 3), Arbitraries.of(0, 1, 7, 30)).as(Step::new);
        return steps.list().ofMinSize(1).ofMaxSize(25);
    }
}
