package io.flotilla.base.view;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.flotilla.base.view.data.Figure;
import io.flotilla.base.view.data.Rows;
import io.flotilla.base.view.data.Series;
import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.NumberFormat;

/** Numbers, drawn; below the drawing they stand as a table. */
public record Chart(String title, Kind kind, Data data, NumberFormat format) implements Part {

    public enum Kind {
        LINE, AREA, BAR, STACKED, SCATTER, HEATMAP, PIE, DONUT, GAUGE
    }

    /** What a chart is drawn from. */
    public sealed interface Data permits Lines, Dots, Dial {}

    /** Lines over keys. */
    public record Lines(Series<?> series) implements Data {}

    /** @param across what the horizontal axis is called; @param up what the vertical one is called */
    public record Dots(Rows<Dot> dots, String across, String up) implements Data {}

    /** One dot of a scatter chart. */
    public record Dot(String name, double x, double y) {}

    /** A figure between two ends. */
    public record Dial(Figure value, double from, double to) implements Data {}

    public static Chart line(String title, Series<?> series) {
        return lines(title, Kind.LINE, series);
    }

    /** A line with the space below it filled: for quantities that can be nothing. */
    public static Chart area(String title, Series<?> series) {
        return lines(title, Kind.AREA, series);
    }

    /** Bars, those of one key beside each other. */
    public static Chart bar(String title, Series<?> series) {
        return lines(title, Kind.BAR, series);
    }

    /** Bars, those of one key on top of each other. */
    public static Chart stacked(String title, Series<?> series) {
        return lines(title, Kind.STACKED, series);
    }

    /** A field for each key and line, the darker the more: {@code picks.by(Pick::hour).split(Pick::weekday).count()}. */
    public static Chart heatmap(String title, Series<?> series) {
        return lines(title, Kind.HEATMAP, series);
    }

    /** Shares of a whole; for up to seven keys. */
    public static Chart pie(String title, Series<?> series) {
        return lines(title, Kind.PIE, series);
    }

    /** A pie with a hole. */
    public static Chart donut(String title, Series<?> series) {
        return lines(title, Kind.DONUT, series);
    }

    /** A dot for each row. */
    public static <T> Chart scatter(String title, Rows<T> rows, Function<? super T, ?> name, String across,
            ToDoubleFunction<? super T> x, String up, ToDoubleFunction<? super T> y) {
        var dots = rows.map(
                row -> new Dot(String.valueOf(name.apply(row)), x.applyAsDouble(row), y.applyAsDouble(row)));
        return new Chart(title, Kind.SCATTER, new Dots(dots, across, up), Format.number(0));
    }

    /** One figure between two ends. */
    public static Chart gauge(String title, Figure value, double from, double to) {
        return new Chart(title, Kind.GAUGE, new Dial(value, from, to), Format.number(0));
    }

    /** How the numbers are written. */
    public Chart as(NumberFormat how) {
        return new Chart(title, kind, data, how);
    }

    private static Chart lines(String title, Kind kind, Series<?> series) {
        return new Chart(title, kind, new Lines(series), Format.number(0));
    }
}
