package io.flotilla.base.view.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAccessor;

/** How a value is written; what says nothing is written by its type. Numbers are English: {@code 1,234.5}. */
public sealed interface Format permits NumberFormat, TimeFormat, PlainFormat {

    /** @param value may be null */
    String text(Object value);

    /** Whether columns of it are right-aligned. */
    default boolean isNumber() {
        return false;
    }

    /** {@code 1,234.57} for two decimals. */
    static NumberFormat number(int decimals) {
        return new NumberFormat("", "", decimals, 1, false);
    }

    /** {@code 12.3k}, {@code 4.6M}: for numbers whose size is the message. */
    static NumberFormat compact() {
        return new NumberFormat("", "", 0, 1, true);
    }

    /** {@code $1,234}; two decimals below a hundred would be noise on a dashboard, so ask for them: {@code money("$", 2)}. */
    static NumberFormat money(String sign) {
        return money(sign, 0);
    }

    /** @param sign before the number: {@code $}, {@code €}, or {@code "CHF "} */
    static NumberFormat money(String sign, int decimals) {
        return new NumberFormat(sign, "", decimals, 1, false);
    }

    /** {@code 12.5 %} for 0.125 and one decimal. */
    static NumberFormat percent(int decimals) {
        return new NumberFormat("", " %", decimals, 100, false);
    }

    /** {@code 12.5 km}. */
    static NumberFormat unit(String unit, int decimals) {
        return new NumberFormat("", " " + unit, decimals, 1, false);
    }

    /** Dates and times by a pattern of {@link java.time.format.DateTimeFormatter}, in English. */
    static Format time(String pattern) {
        return TimeFormat.of(pattern);
    }

    /** What suits the value. */
    static Format of(Object value) {
        if (value instanceof Double || value instanceof Float || value instanceof java.math.BigDecimal) {
            return NumberFormat.FRACTION;
        }
        if (value instanceof Number) {
            return NumberFormat.WHOLE;
        }
        if (value instanceof LocalDate || value instanceof LocalDateTime || value instanceof YearMonth
                || value instanceof Instant) {
            return TimeFormat.usual((TemporalAccessor) value);
        }
        return PlainFormat.PLAIN;
    }
}
