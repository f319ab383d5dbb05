package io.flotilla.monitor.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration EVERY = Duration.ofSeconds(60);

    private final Schedule<String> schedule = new Schedule<>(name -> EVERY);

    @Test
    void bringsEachAppOnceAnInterval() {
        schedule.replace(apps(100), START);

        for (var minute = 0; minute < 3; minute++) {
            assertEquals(apps(100).keySet(), dueIn(60 * minute, 60).stream().collect(Collectors.toSet()));
        }
        assertEquals(100, dueIn(180, 60).size());
    }

    @Test
    void spreadsTheChecksOverTheInterval() {
        schedule.replace(apps(600), START);

        var mostInASecond = IntStream.range(0, 60).map(second -> dueIn(second, 1).size()).max().orElseThrow();

        assertTrue(mostInASecond <= 30, "of 600 checks a minute, %d fell into one second".formatted(mostInASecond));
    }

    @Test
    void leavesAppsTheirPlaceWhenOthersComeAndGo() {
        schedule.replace(apps(2), START);
        var other = new Schedule<String>(name -> EVERY);
        other.replace(apps(2), START);

        schedule.replace(apps(5), START.plusSeconds(1));
        schedule.replace(apps(2), START.plusSeconds(2));

        for (var second = 2; second < 62; second++) {
            assertEquals(other.due(START.plusSeconds(second)), schedule.due(START.plusSeconds(second)));
        }
    }

    @Test
    void runsAnAppOnceAfterALongPause() {
        schedule.replace(apps(1), START);

        assertEquals(1, schedule.due(START.plus(Duration.ofHours(5))).size());
        assertEquals(0, schedule.due(START.plus(Duration.ofHours(5))).size());
    }

    private List<String> dueIn(int fromSecond, int seconds) {
        var due = new ArrayList<String>();
        for (var quarter = 1; quarter <= 4 * seconds; quarter++) {
            due.addAll(schedule.due(START.plusSeconds(fromSecond).plusMillis(250L * quarter)));
        }
        return due;
    }

    private static Map<String, String> apps(int count) {
        return IntStream.range(0, count).mapToObj(i -> "App" + i).collect(Collectors.toMap(name -> name, name -> name));
    }
}
