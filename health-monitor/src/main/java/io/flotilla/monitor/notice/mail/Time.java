package io.flotilla.monitor.notice.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in mails. Nobody knows the reader's zone, so they name theirs. */
final class Time {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'",
            Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Time() {}

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** A length in its two largest units: {@code 3 h 12 min}. */
    static String length(Duration length) {
        var seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return "%d s".formatted(seconds);
        } else if (seconds < 3600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        } else if (seconds < 86_400) {
            return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
        }
        return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0
                ? "%d %s".formatted(large, largeUnit)
                : "%d %s %d %s".formatted(large, largeUnit, small, smallUnit);
    }
}
