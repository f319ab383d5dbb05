package io.flotilla.base.view.filter;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.flotilla.base.view.format.Slug;

/**
 * From a first to a last day, both included.
 *
 * @param name   the parameters are {@code name.from} and {@code name.to}
 * @param from   {@link #BEGINNING} if it is open
 * @param to     {@link #END} if it is open
 * @param first  what {@code from} is while nothing is chosen
 * @param latest what {@code to} is while nothing is chosen
 */
public record DateRange(String name, String label, LocalDate from, LocalDate to, LocalDate first,
        LocalDate latest) implements Filter, Predicate<LocalDate> {
    /** Before any day that data speak of; every database can hold it. */
    public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    /** After any day that data speak of. */
    public static final LocalDate END = LocalDate.of(9999, 12, 31);
    private static final int MOST_DAYS = 3_660;

    static DateRange of(String label, Parameters parameters) {
        var name = Slug.of(label, "dates");
        var from = day(parameters.last(name + ".from")).orElse(BEGINNING);
        var to = day(parameters.last(name + ".to")).orElse(END);
        return ordered(name, label, from, to, BEGINNING, END);
    }

    /** What counts while nothing is chosen: {@code initially(today.minusDays(89), today)}. */
    public DateRange initially(LocalDate firstDay, LocalDate lastDay) {
        return ordered(name, label, from.equals(BEGINNING) ? firstDay : from, to.equals(END) ? lastDay : to, firstDay,
                lastDay);
    }

    /** Each day of the range, for a line without gaps; none if an end is open, and of a long range the last ten years. */
    public List<LocalDate> days() {
        if (from.equals(BEGINNING) || to.equals(END)) {
            return List.of();
        }
        return from.datesUntil(to.plusDays(1)).skip(Math.max(0, length() - MOST_DAYS)).toList();
    }

    /** In days. */
    public long length() {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }

    /** The range of the same length that ends the day before this one begins; an open range has none before it but itself. */
    public DateRange before() {
        var end = from.minusDays(1);
        return from.equals(BEGINNING) || to.equals(END)
                ? this
                : new DateRange(name, label, end.minusDays(length() - 1), end, first, latest);
    }

    @Override
    public boolean test(LocalDate day) {
        return day != null && !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!from.equals(first)) {
            parameters.put(name + ".from", List.of(from.toString()));
        }
        if (!to.equals(latest)) {
            parameters.put(name + ".to", List.of(to.toString()));
        }
        return parameters;
    }

    private static DateRange ordered(String name, String label, LocalDate from, LocalDate to, LocalDate first,
            LocalDate latest) {
        return from.isAfter(to)
                ? new DateRange(name, label, to, from, first, latest)
                : new DateRange(name, label, from, to, first, latest);
    }

    private static Optional<LocalDate> day(Optional<String> text) {
        try {
            return text.map(LocalDate::parse).filter(day -> !day.isBefore(BEGINNING) && !day.isAfter(END));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
