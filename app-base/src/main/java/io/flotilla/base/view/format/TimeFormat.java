package io.flotilla.base.view.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

import io.flotilla.base.page.Formats;

/** Dates and times; {@code 24 Nov 2026} where nothing else is asked for. */
record TimeFormat(DateTimeFormatter formatter) implements Format {
    private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
            "Dec"};
    private static final TimeFormat MINUTE = of("d MMM yyyy HH:mm");
    private static final TimeFormat DATE = new TimeFormat(null);
    private static final TimeFormat MONTH = of("MMM yyyy");

    static TimeFormat of(String pattern) {
        return new TimeFormat(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    static TimeFormat usual(TemporalAccessor value) {
        return value instanceof LocalDate || value instanceof Instant
                ? DATE
                : value instanceof YearMonth ? MONTH : MINUTE;
    }

    @Override
    public String text(Object value) {
        if (value instanceof LocalDate day && formatter == null) {
            return day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
        }
        if (value instanceof Instant instant) {
            return formatter == null ? Formats.utc(instant) : written(instant.atOffset(ZoneOffset.UTC));
        }
        return value instanceof TemporalAccessor time ? written(time) : PlainFormat.PLAIN.text(value);
    }

    private String written(TemporalAccessor time) {
        try {
            return (formatter == null ? MINUTE.formatter : formatter).format(time);
        } catch (DateTimeException e) {
            return time.toString();
        }
    }

    /** Little room, as under a chart: {@code 24 Nov}. */
    static String brief(LocalDate day) {
        return day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1];
    }

    static String brief(LocalDateTime time) {
        return "%s %02d:%02d".formatted(brief(time.toLocalDate()), time.getHour(), time.getMinute());
    }
}
