package io.flotilla.monitor.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class RemindersTest {
    @Test
    void comeAtEveryIntervalAtFirstThenRarerButDaily() {
        assertEquals(List.of(4, 4, 4, 8, 16, 24, 24), hours(Duration.ofHours(4), 7));
    }

    @Test
    void areNeverMoreOftenThanAskedFor() {
        assertEquals(List.of(72, 72, 72, 72, 72), hours(Duration.ofDays(3), 5));
    }

    private static List<Integer> hours(Duration every, int count) {
        return IntStream.range(0, count).mapToObj(sent -> (int) Reminders.pause(sent, every).toHours()).toList();
    }
}
