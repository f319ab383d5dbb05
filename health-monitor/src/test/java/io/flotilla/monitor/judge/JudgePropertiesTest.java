package io.flotilla.monitor.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.flotilla.monitor.judge.Verdict.Change;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JudgePropertiesTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    @Property
    void outagesBeginAndEndInTurn(@ForAll("histories") List<Boolean> good,
            @ForAll @IntRange(min = 1, max = 40) int down,
            @ForAll @IntRange(min = 1, max = 10) int up) {
        var open = false;
        for (var verdict : judged(good, down, up)) {
            if (verdict.change() == Change.WENT_DOWN) {
                assertTrue(!open, "a second outage opened");
                open = true;
            } else if (verdict.change() == Change.CAME_BACK) {
                assertTrue(open, "an outage closed that was not open");
                open = false;
            }
            assertEquals(open, verdict.health().state() == State.DOWN);
        }
    }

    @Property
    void enoughFailuresInARowAreAlwaysAnOutage(@ForAll("histories") List<Boolean> good,
            @ForAll @IntRange(min = 1, max = 40) int down, @ForAll @IntRange(min = 1, max = 10) int up) {
        var history = new ArrayList<>(good);
        history.addAll(java.util.Collections.nCopies(down, false));

        assertEquals(State.DOWN, last(judged(history, down, up)).health().state());
    }

    @Property
    void enoughSuccessesInARowAlwaysEndIt(@ForAll("histories") List<Boolean> good,
            @ForAll @IntRange(min = 1, max = 40) int down, @ForAll @IntRange(min = 1, max = 10) int up) {
        var history = new ArrayList<>(good);
        history.addAll(java.util.Collections.nCopies(up, true));

        assertEquals(State.UP, last(judged(history, down, up)).health().state());
    }

    @Property
    void nobodyIsCriedWolfToOverFewFailures(@ForAll("histories") List<Boolean> good,
            @ForAll @IntRange(min = 2, max = 40) int down, @ForAll @IntRange(min = 1, max = 10) int up) {
        var verdicts = judged(good, down, up);
        for (var i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).change() == Change.WENT_DOWN) {
                var row = row(good, i);
                var recent = good.subList(Math.max(0, i + 1 - Math.max(10, 2 * down)), i + 1);
                var failures = recent.stream().filter(one -> !one).count();
                assertTrue(row >= down || failures > Math.max(down, recent.size() / 2),
                        "an outage after %d failures in a row, %d of the last %d".formatted(row, failures,
                                recent.size()));
            }
        }
    }

    @Property
    void aFailureNeverEndsAnOutageAndASuccessNeverOpensOne(@ForAll("histories") List<Boolean> good,
            @ForAll @IntRange(min = 1, max = 40) int down, @ForAll @IntRange(min = 1, max = 10) int up) {
        var verdicts = judged(good, down, up);
        for (var i = 0; i < verdicts.size(); i++) {
            assertTrue(verdicts.get(i).change() != (good.get(i) ? Change.WENT_DOWN : Change.CAME_BACK));
        }
    }

    @Provide
    Arbitrary<List<Boolean>> histories() {
        return Arbitraries.integers().between(1, 9)
                .flatMap(bad -> Arbitraries.integers().between(0, 9).map(draw -> draw >= bad).list().ofMinSize(1)
                        .ofMaxSize(200));
    }

    private static List<Verdict> judged(List<Boolean> good, int down, int up) {
        var judge = new Judge(new Thresholds(down, up));
        var verdicts = new ArrayList<Verdict>();
        var health = Health.UNKNOWN;
        for (var i = 0; i < good.size(); i++) {
            var verdict = judge.judge(health, JudgeTest.result(START.plusSeconds(i), good.get(i)));
            verdicts.add(verdict);
            health = verdict.health();
        }
        return verdicts;
    }

    private static Verdict last(List<Verdict> verdicts) {
        return verdicts.get(verdicts.size() - 1);
    }

    private static int row(List<Boolean> good, int end) {
        var row = 0;
        for (var i = end; i >= 0 && !good.get(i); i--) {
            row++;
        }
        return row;
    }
}
