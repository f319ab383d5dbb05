package io.flotilla.monitor.status;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.flotilla.monitor.history.Days;
import io.flotilla.monitor.history.Span;
import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.outage.Outages;
import org.jdbi.v3.core.Handle;

/**
 * The last days of every app. Which whole days an app was watched on changes once a day, and there are thousands of them, so
 * they are remembered for a while.
 */
public final class WatchedDays {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Outages outages = new Outages();
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    private record Known(Map<String, Set<Instant>> watched, Instant at) {}

    /** Reads what all apps' days need; {@link All#of} then makes those of one. */
    public All read(Handle handle, Instant now) {
        var first = Days.first(now);
        var fresh = known;
        if (fresh.at().isBefore(now.minus(FRESH))) {
            fresh = new Known(watched(handle, first), now);
            known = fresh;
        }
        return new All(fresh.watched(), outages.stretches(handle, first), now);
    }

    /** @param watched when the whole days began that each app was watched on */
    public record All(Map<String, Set<Instant>> watched, Map<String, List<Outage.Stretch>> stretches, Instant now) {

        public Days of(AppStatus app) {
            return Days.of(watched.getOrDefault(app.app(), Set.of()), app.checkedOn(now),
                    stretches.getOrDefault(app.app(), List.of()), now);
        }
    }

    private static Map<String, Set<Instant>> watched(Handle handle, Instant first) {
        return handle.createQuery("SELECT app, begins FROM rollup WHERE span = :span AND begins >= :first")
                .bind("span", Span.DAY.name())
                .bind("first", first.toEpochMilli())
                .map((row, context) -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }
}
