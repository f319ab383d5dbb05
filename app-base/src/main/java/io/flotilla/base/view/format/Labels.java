package io.flotilla.base.view.format;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** How the keys of a chart's axis are written: days without their year, if a year says nothing. */
public final class Labels {
    private static final int DAYS_OF_A_YEAR = 366;

    private Labels() {}

    public static List<String> of(List<?> keys) {
        boolean years = spansYears(keys);
        return keys.stream().map(key -> label(key, years)).toList();
    }

    private static String label(Object key, boolean years) {
        if (key instanceof LocalDate day && !years) {
            return TimeFormat.brief(day);
        }
        if (key instanceof LocalDateTime time && !years) {
            return TimeFormat.brief(time);
        }
        if (key instanceof DayOfWeek day) {
            return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        }
        return key instanceof Month month
                ? month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                : key instanceof Number ? key.toString() : Format.of(key).text(key);
    }

    private static boolean spansYears(List<?> keys) {
        if (keys.isEmpty()) {
            return false;
        }
        var first = day(keys.get(0));
        var last = day(keys.get(keys.size() - 1));
        return first != null && last != null && last.toEpochDay() - first.toEpochDay() > DAYS_OF_A_YEAR;
    }

    private static LocalDate day(Object key) {
        return key instanceof LocalDate day ? day : key instanceof LocalDateTime time ? time.toLocalDate() : null;
    }
}
