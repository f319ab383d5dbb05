package io.flotilla.monitor.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A time in which outages are expected: they are recorded, but nobody is mailed unless they outlast it.
 *
 * @param app     whose outages; empty means everything's
 * @param reason  what people read
 * @param starts  when it begins, the first time
 * @param until   when it ends, the first time; at most a week after
 * @param zone    where a repeated one keeps its hour through the year
 * @param madeBy  who entered it
 */
public record MaintenanceWindow(
        String id,
        Optional<String> app,
        String reason,
        Instant starts,
        Instant until,
        Repeat repeats,
        ZoneId zone,
        String madeBy,
        Instant made) {
    private static final int DAYS = 7;

    public enum Repeat {
        ONCE, DAILY, WEEKLY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException says what is wrong with it and how to mend it */
    public MaintenanceWindow {
        if (!starts.isBefore(until)) {
            throw new IllegalArgumentException("it ends before it begins: give a later end");
        }
        var longest = repeats == Repeat.DAILY ? Duration.ofDays(1) : Duration.ofDays(DAYS);
        if (Duration.between(starts, until).compareTo(longest) > 0) {
            throw new IllegalArgumentException("it lasts longer than %d days: give an earlier end"
                    .formatted(longest.toDays()));
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("it has no reason: say what will be done");
        }
    }

    public boolean coversApp(String key) {
        return app.isEmpty() || app.get().equals(key);
    }

    public boolean covers(Instant at) {
        return occurrence(at).isPresent();
    }

    /** When the occurrence that a moment falls into ends; empty if it falls into none. */
    public Optional<Instant> occurrence(Instant at) {
        if (repeats == Repeat.ONCE) {
            return !at.isBefore(starts) && at.isBefore(until) ? Optional.of(until) : Optional.empty();
        }
        var first = starts.atZone(zone);
        var length = Duration.between(starts, until);
        for (var back = 0; back <= DAYS; back++) {
            var day = at.atZone(zone).toLocalDate().minusDays(back);
            var begins = ZonedDateTime.of(day, first.toLocalTime(), zone);
            var fits = repeats == Repeat.DAILY || day.getDayOfWeek() == first.getDayOfWeek();
            var ends = begins.toInstant().plus(length);
            if (fits && !begins.isBefore(first) && !begins.toInstant().isAfter(at) && at.isBefore(ends)) {
                return Optional.of(ends);
            }
        }
        return Optional.empty();
    }

    /** Whether it will never cover anything again. */
    public boolean over(Instant now) {
        return repeats == Repeat.ONCE && !now.isBefore(until);
    }
}
