package io.flotilla.base.view.data;

import java.util.function.Supplier;

/** Numbers over keys, one or more lines of them, worked out when a chart first shows them. */
public final class Series<K> {
    private final Supplier<Points<K>> points;

    private Series(Supplier<Points<K>> points) {
        this.points = new Once<>(points);
    }

    static <K> Series<K> of(Supplier<Points<K>> points) {
        return new Series<>(points);
    }

    /** The line's name in the legend; without one it is the chart's title, or what the groups were split by. */
    public Series<K> named(String name) {
        return of(() -> points().named(name));
    }

    /** Another line, or several, in the same chart; give both names. */
    public Series<K> and(Series<K> other) {
        return of(() -> points().and(other.points()));
    }

    /** The last value: what a sparkline ends with. NaN if there is none. */
    public Figure last() {
        return Figure.of(() -> points().keys().isEmpty() || points().lines().isEmpty()
                ? Double.NaN
                : points().lines().get(0).values()[points().keys().size() - 1]);
    }

    public Points<K> points() {
        return points.get();
    }
}
