package io.flotilla.deployer.local.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.flotilla.deployer.platform.Targets;
import io.flotilla.deployer.platform.Targets.State;
import org.junit.jupiter.api.Test;

class TargetGroupTest {
    private static final HealthPolicy POLICY = new HealthPolicy("/live", 200, 200, Duration.ofSeconds(10),
            Duration.ofSeconds(5), 2, 3, Duration.ofSeconds(30));
    private static final CheckResult GOOD = CheckResult.answered(POLICY, 200);
    private static final CheckResult BAD = CheckResult.answered(POLICY, 500);

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final TargetGroup group = new TargetGroup(POLICY, () -> now);

    @Test
    void aNewTargetNeedsOneGoodCheck() {
        group.register("a", 1);
        assertEquals(State.INITIAL, state("a"));
        assertEquals(Optional.empty(), group.next(Set.of()), "nobody is sent requests before");
        group.checked("a", GOOD);
        assertEquals(State.HEALTHY, state("a"));
    }

    @Test
    void aNewTargetThatAnswersBadlyIsUnhealthyAfterTheThreshold() {
        group.register("a", 1);
        checked("a", BAD, 2);
        assertEquals(State.INITIAL, state("a"));
        group.checked("a", BAD);
        assertEquals(State.UNHEALTHY, state("a"));
        assertEquals(Optional.of(Targets.Target.BAD_ANSWER), target("a").reason());
        assertEquals("Health checks failed with these codes: [500]", target("a").description());
    }

    @Test
    void thresholdsGovernWhatComesAfter() {
        healthy("a");
        checked("a", BAD, 2);
        group.checked("a", GOOD);
        checked("a", BAD, 2);
        assertEquals(State.HEALTHY, state("a"), "never three in a row");
        group.checked("a", BAD);
        assertEquals(State.UNHEALTHY, state("a"));
        group.checked("a", GOOD);
        assertEquals(State.UNHEALTHY, state("a"));
        group.checked("a", GOOD);
        assertEquals(State.HEALTHY, state("a"));
    }

    @Test
    void requestsGoToTheHealthyInTurn() {
        healthy("a");
        healthy("b");
        group.register("c", 1);
        var turns = new HashMap<String, Integer>();
        for (var i = 0; i < 10; i++) {
            turns.merge(group.next(Set.of()).orElseThrow().target(), 1, Integer::sum);
        }
        assertEquals(Map.of("a", 5, "b", 5), turns);
    }

    @Test
    void itFailsOpenWhenAllAreUnhealthy() {
        healthy("a");
        checked("a", BAD, 3);
        assertEquals("a", group.next(Set.of()).orElseThrow().target());
        healthy("b");
        assertEquals("b", group.next(Set.of()).orElseThrow().target());
    }

    @Test
    void drainingLastsItsWholeDelayEvenWithoutRequests() {
        healthy("a");
        group.deregister("a");
        assertEquals(Optional.empty(), group.next(Set.of()));
        passes(29);
        assertEquals(State.DRAINING, state("a"));
        passes(1);
        assertFalse(group.has("a"));
    }

    @Test
    void aRequestThatOutlastsTheDelayIsWaitedFor() {
        healthy("a");
        var lease = group.next(Set.of()).orElseThrow();
        group.deregister("a");
        passes(31);
        assertTrue(group.has("a"));
        lease.close();
        lease.close();
        passes(0);
        assertFalse(group.has("a"));
    }

    @Test
    void butNotForEver() {
        healthy("a");
        group.next(Set.of());
        group.deregister("a");
        passes(30 + 301);
        assertFalse(group.has("a"));
    }

    @Test
    void aDrainingTargetIsTakenBackAndNeedsOneGoodCheck() {
        healthy("a");
        group.deregister("a");
        group.register("a", 1);
        assertEquals(State.INITIAL, state("a"));
        group.checked("a", GOOD);
        assertEquals(State.HEALTHY, state("a"));
    }

    @Test
    void registeringAgainChangesNothing() {
        healthy("a");
        group.register("a", 1);
        assertEquals(State.HEALTHY, state("a"));
    }

    @Test
    void eachIsCheckedAsOftenAsThePolicySays() {
        group.register("a", 7);
        assertEquals(Map.of("a", 7), group.due());
        assertEquals(Map.of(), group.due(), "not while a check is under way");
        group.checked("a", GOOD);
        passes(9);
        assertEquals(Map.of(), group.due());
        now = now.plusSeconds(1);
        assertEquals(Map.of("a", 7), group.due());
    }

    private void healthy(String id) {
        group.register(id, 1);
        group.checked(id, GOOD);
    }

    private void checked(String id, CheckResult result, int times) {
        for (var i = 0; i < times; i++) {
            group.checked(id, result);
        }
    }

    private void passes(int seconds) {
        now = now.plusSeconds(seconds);
        group.due();
    }

    private State state(String id) {
        return target(id).state();
    }

    private Targets.Target target(String id) {
        return group.health().stream().filter(target -> target.instance().equals(id)).findFirst().orElseThrow();
    }
}
