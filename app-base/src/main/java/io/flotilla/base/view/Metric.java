package io.flotilla.base.view;

import java.util.Optional;

import io.flotilla.base.view.data.Figure;
import io.flotilla.base.view.data.Series;
import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.NumberFormat;

/**
 * One number that matters, with how it moved.
 *
 * @param comparison what it is measured against
 * @param trend      drawn small beside it
 */
public record Metric(String title, Figure value, NumberFormat format, Optional<Comparison> comparison,
        Optional<Series<?>> trend) implements Part {

    /**
     * @param before  the same number, then
     * @param since   what that was, such as {@code the 90 days before}
     * @param falling whether less is better
     */
    public record Comparison(Figure before, String since, boolean falling) {}

    public static Metric of(String title, Figure value) {
        return new Metric(title, value, Format.number(0), Optional.empty(), Optional.empty());
    }

    public static Metric of(String title, double value) {
        return of(title, Figure.of(value));
    }

    /** How the number is written: {@code as(Format.money("$"))}. */
    public Metric as(NumberFormat how) {
        return new Metric(title, value, how, comparison, trend);
    }

    /** How it moved since then; more is better. */
    public Metric since(String then, Figure before) {
        return new Metric(title, value, format, Optional.of(new Comparison(before, then, false)), trend);
    }

    /** Less is better: costs, errors, a backlog. Comes after {@link #since}. */
    public Metric falling() {
        return new Metric(title, value, format,
                comparison.map(one -> new Comparison(one.before(), one.since(), true)), trend);
    }

    /** A line without axes beside the number: how it came about. */
    public Metric trend(Series<?> line) {
        return new Metric(title, value, format, comparison, Optional.of(line));
    }
}
