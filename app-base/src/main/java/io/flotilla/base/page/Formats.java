package io.flotilla.base.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** How pages write numbers and times; {@code {sum.grouped}} in a template. */
@TemplateExtension
public final class Formats {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Formats() {}

    /** {@code 24 Nov 2026, 03:31 UTC}; in a browser the tag {@code time} turns it into the viewer's own zone. */
    public static String utc(Instant instant) {
        return UTC.format(instant);
    }

    /** {@code 1,234,567}. */
    public static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** {@code 1,234.57} for two decimals. */
    public static String decimals(double number, int decimals) {
        return String.format(Locale.ENGLISH, "%,." + decimals + "f", number);
    }

    /** A number in little room: {@code 950}, {@code 12.3k}, {@code 4.6M}. */
    public static String compact(double number) {
        var size = Math.abs(number);
        if (size >= 999_950) {
            return decimals(number / 1e6, 1) + "M";
        }
        return size >= 9_999.5 ? decimals(number / 1e3, 1) + "k" : decimals(number, 0);
    }

    /** Names in the order of the alphabet, whatever their case. */
    public static List<String> sorted(Collection<String> names) {
        return names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    /** A length of time by its two largest units: {@code 3 h 12 min}, {@code 2 d 4 h}, {@code 45 s}. */
    public static String words(Duration duration) {
        var parts = new long[]{duration.toDaysPart(), duration.toHoursPart(), duration.toMinutesPart(),
                duration.toSecondsPart()};
        var units = new String[]{"d", "h", "min", "s"};
        int first = 0;
        while (first < 3 && parts[first] == 0) {
            first++;
        }
        var words = parts[first] + " " + units[first];
        return first < 3 && parts[first + 1] > 0 ? words + " " + parts[first + 1] + " " + units[first + 1] : words;
    }
}
