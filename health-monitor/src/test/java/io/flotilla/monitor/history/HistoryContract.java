package io.flotilla.monitor.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.flotilla.base.store.Store;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of results, and for how long; the same on either engine. */
abstract class HistoryContract {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private final History history = new History();
    private Store store;

    abstract Store fresh();

    @BeforeEach
    void begin() {
        store = fresh();
    }

    @Test
    void sumsUpMinutesHoursAndDaysOnceTheyAreComplete() {
        for (var second = 0; second < 2 * 86_400; second += 600) {
            add("Sales", second, 100 + second % 1200 / 600, second % 3600 != 0);
        }
        tidyAt(Duration.ofDays(2).plusMinutes(1));
        assertEquals(1, rows(Span.DAY).size(), "the second day is not settled yet");

        tidyAt(Duration.ofDays(2).plusMinutes(3));
        tidyAt(Duration.ofDays(2).plusMinutes(3));

        assertEquals(List.of(144, 144), rows(Span.DAY).stream().map(Rollup::checks).toList());
        assertEquals(List.of(24, 24), rows(Span.DAY).stream().map(Rollup::failures).toList());
        assertEquals(48, rows(Span.HOUR).size());
        assertEquals(new Rollup("Sales", START, 6, 1, 101 + 100 + 101 + 100 + 101, 101), rows(Span.HOUR).get(0));
        assertEquals(100.6, rows(Span.HOUR).get(0).latency().orElseThrow(), 0.001);
    }

    @Test
    void forgetsWhatIsOldSoThatTheRoomItTakesHasABound() {
        for (var day = 0; day < 500; day++) {
            add("Sales", day * 86_400, 7, true);
            tidyAt(Duration.ofDays(day).plusMinutes(5));
        }

        assertEquals(1, count("result"));
        assertEquals(2, rows(Span.MINUTE).size());
        assertEquals(60, rows(Span.HOUR).size(), 1);
        assertEquals(400, rows(Span.DAY).size(), 1);
    }

    @Test
    void aResultThatCameLateIsCountedAndOneThatCameTwiceOnlyOnce() {
        add("Sales", 0, 7, true);
        add("Sales", 0, 7, true);
        tidyAt(Duration.ofSeconds(70));
        add("Sales", 59, 9, true);
        tidyAt(Duration.ofMinutes(5));

        assertEquals(List.of(new Rollup("Sales", START, 2, 0, 16, 9)), rows(Span.MINUTE));
    }

    private void add(String app, int second, int millis, boolean good) {
        write(handle -> history.add(handle,
                List.of(new History.Result(app, START.plusSeconds(second), Duration.ofMillis(millis), good))));
    }

    private void tidyAt(Duration after) {
        write(handle -> history.tidy(handle, START.plus(after)));
    }

    private List<Rollup> rows(Span span) {
        return store.<List<Rollup>, RuntimeException>read(handle -> history.of(handle, "Sales", span, START));
    }

    private int count(String table) {
        return store.<Integer, RuntimeException>read(
                handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
    }

    private void write(java.util.function.Consumer<Handle> statements) {
        store.<Object, RuntimeException>write(handle -> {
            statements.accept(handle);
            return List.of();
        });
    }
}
