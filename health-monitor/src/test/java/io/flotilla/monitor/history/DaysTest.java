package io.flotilla.monitor.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.flotilla.monitor.judge.Sighting;
import io.flotilla.monitor.outage.Outage;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void areNinetyAndTheLastIsToday() {
        var days = Days.of(List.of(), true, List.of(), NOW).days();

        assertEquals(90, days.size());
        assertEquals("2026-08-27", days.get(0).date().toString());
        assertEquals("2026-11-24", days.get(89).date().toString());
        assertEquals("up", days.get(89).state());
        assertEquals("unknown", days.get(88).state());
    }

    @Test
    void anOutageOverMidnightCountsForBothDays() {
        var days = Days.of(List.of(watched(1)), true,
                List.of(outage(TODAY.minusSeconds(7200), Optional.of(TODAY.plusSeconds(600)))), NOW);

        assertEquals(Duration.ofHours(2), days.days().get(88).down());
        assertEquals("down", days.days().get(88).state());
        assertEquals(Duration.ofMinutes(10), days.days().get(89).down());
        assertEquals("failing", days.days().get(89).state());
        assertEquals("95.48 %", days.uptime());
    }

    @Test
    void anOutageThatLastsGoesOnUntilNow() {
        var days = Days.of(List.of(), true, List.of(outage(NOW.minusSeconds(60), Optional.empty())), NOW);

        assertEquals(Duration.ofMinutes(1), days.days().get(89).down());
        assertEquals(1, days.outages());
    }

    @Test
    void neverCallTheSmallestOutageNone() {
        var days = Days.of(List.of(watched(1), watched(2)), true,
                List.of(outage(NOW.minusSeconds(1), Optional.of(NOW))), NOW);

        assertEquals("99.99 %", days.uptime());
        assertEquals("100 %", Days.of(List.of(), true, List.of(), NOW).uptime());
        assertEquals("–", Days.of(List.of(), false, List.of(), NOW).uptime());
    }

    private static Rollup watched(int daysAgo) {
        return new Rollup("Sales", TODAY.minus(Duration.ofDays(daysAgo)), 1, 0, 1, 1);
    }

    private static Outage outage(Instant began, Optional<Instant> ended) {
        return new Outage("o", "Sales", "Sales", "", began,
                ended.map(at -> new Outage.Ending(at, false, Optional.empty())),
                Optional.empty(), new Sighting(began, "503"), 0, Outage.Circumstances.NONE, Optional.empty());
    }
}
