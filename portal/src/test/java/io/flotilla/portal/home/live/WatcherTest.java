package io.flotilla.portal.home.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.flotilla.portal.home.live.Live.State;
import io.flotilla.portal.home.live.Watcher.News;
import org.junit.jupiter.api.Test;

class WatcherTest {
    private static final State UP = new State("up", "up");
    private static final State DOWN = new State("down", "down");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, State> states = new HashMap<>(Map.of("Sales", UP, "Stock", UP));
    private List<String> apps = List.of("Sales", "Stock");
    private final Watcher watcher = new Watcher(() -> apps, states::get, START);

    @Test
    void tellsEverythingAtFirstAndThenWhatChanged() {
        assertEquals(new News.Changed(Map.of("Sales", UP, "Stock", UP)), watcher.next(START));
        assertInstanceOf(News.None.class, watcher.next(START.plusSeconds(1)));

        states.put("Stock", DOWN);
        assertEquals(new News.Changed(Map.of("Stock", DOWN)), watcher.next(START.plusSeconds(2)));
        assertInstanceOf(News.None.class, watcher.next(START.plusSeconds(3)));
    }

    @Test
    void saysThatItIsStillThereBeforeALoadBalancerHangsUp() {
        watcher.next(START);
        assertInstanceOf(News.None.class, watcher.next(START.plusSeconds(19)));
        assertInstanceOf(News.Heartbeat.class, watcher.next(START.plusSeconds(20)));
        assertInstanceOf(News.None.class, watcher.next(START.plusSeconds(39)));
        assertInstanceOf(News.Heartbeat.class, watcher.next(START.plusSeconds(40)));
    }

    @Test
    void saysWhenOtherAppsMayBeSeenAndNeverTellsOfAnyOther() {
        watcher.next(START);
        apps = List.of("Sales");
        assertInstanceOf(News.None.class, watcher.next(START.plusSeconds(19)));
        assertInstanceOf(News.OtherApps.class, watcher.next(START.plusSeconds(20)));

        states.put("Stock", DOWN);
        assertInstanceOf(News.None.class, watcher.next(START.plusSeconds(21)));
    }
}
