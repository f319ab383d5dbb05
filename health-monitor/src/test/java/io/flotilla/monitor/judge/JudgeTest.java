package io.flotilla.monitor.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

import io.flotilla.monitor.judge.Verdict.Change;
import io.flotilla.monitor.probe.Fault;
import io.flotilla.monitor.probe.ProbeResult;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private Health health = Health.UNKNOWN;
    private int checks;

    @Test
    void isUpAtTheFirstGoodAnswer() {
        assertEquals(Change.NONE, see(3, 2, "+"));

        assertEquals(State.UP, health.state());
        assertEquals(Optional.of(at(0)), health.since());
    }

    @Test
    void isDownAfterAsManyFailuresInARowAsConfigured() {
        assertEquals(Change.NONE, see(3, 2, "+--"));
        assertEquals(State.FAILING, health.state());

        assertEquals(Change.WENT_DOWN, see(3, 2, "-"));

        assertEquals(Optional.of(at(3)), health.since());
        assertEquals(at(0), health.lastGood().orElseThrow().at());
        assertEquals(at(1), health.firstBad().orElseThrow().at());
    }

    @Test
    void forgivesFewerFailuresOnceItAnswersAgain() {
        see(3, 2, "+--++");

        assertEquals(State.UP, health.state());
        assertEquals(Optional.empty(), health.firstBad());
    }

    @Test
    void comesBackOnlyAfterAsManySuccessesInARowAsConfigured() {
        see(3, 2, "+---");

        assertEquals(Change.NONE, see(3, 2, "+-+"));
        assertEquals(State.DOWN, health.state());
        assertEquals(Change.CAME_BACK, see(3, 2, "+"));
        assertEquals(State.UP, health.state());
    }

    @Test
    void isDownWhenMostChecksFailThoughNeverEnoughInARow() {
        assertEquals(Change.NONE, see(3, 2, "+--+--+"));

        assertEquals(Change.WENT_DOWN, see(3, 2, "--"));

        assertEquals(at(1), health.firstBad().orElseThrow().at());
    }

    @Test
    void isDownFromTheFirstCheckOnIfItNeverAnswered() {
        assertEquals(Change.WENT_DOWN, see(1, 1, "-"));

        assertEquals(Optional.empty(), health.lastGood());
    }

    /** @return the change that the last of the results made */
    private Change see(int downAfter, int upAfter, String results) {
        var judge = new Judge(new Thresholds(downAfter, upAfter));
        var change = Change.NONE;
        for (var result : results.toCharArray()) {
            var verdict = judge.judge(health, result(at(checks++), result == '+'));
            health = verdict.health();
            change = verdict.change();
        }
        return change;
    }

    private static Instant at(int check) {
        return START.plusSeconds(60L * check);
    }

    static ProbeResult result(Instant at, boolean good) {
        return good
                ? new ProbeResult(at, Duration.ofMillis(20), OptionalInt.of(200), Optional.empty(), "200 OK in 20 ms")
                : new ProbeResult(at, Duration.ofMillis(20), OptionalInt.of(503), Optional.of(Fault.BAD_STATUS),
                        "503 Service Unavailable");
    }
}
