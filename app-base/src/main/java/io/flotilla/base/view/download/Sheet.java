package io.flotilla.base.view.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.view.Chart;
import io.flotilla.base.view.Column;
import io.flotilla.base.view.Part;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.filter.Parameters;
import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.Labels;
import io.flotilla.base.view.format.NumberFormat;
import io.flotilla.base.view.table.Choice;
import io.flotilla.base.view.table.Shown;

/**
 * What a part shows, as a file says it: the same rows in the same order, those of all pages, and the line with the totals.
 *
 * @param lines as many cells each as there are columns; numbers, dates, truths and texts, or null
 */
public record Sheet(String title, List<Head> heads, List<List<Object>> lines) {

    /** @param format how numbers are shown; empty for what is no number */
    public record Head(String title, Optional<NumberFormat> format) {}

    /** @return empty if the part shows nothing that a file could */
    public static Optional<Sheet> of(Part part, String name, Parameters parameters) {
        if (part instanceof Table<?> table) {
            return Optional.of(table(table, name, parameters));
        }
        if (part instanceof Chart chart && chart.data() instanceof Chart.Lines lines) {
            return Optional.of(lines(chart, lines));
        }
        if (part instanceof Chart chart && chart.data() instanceof Chart.Dots dots) {
            return Optional.of(dots(chart, dots));
        }
        return part instanceof Chart chart && chart.data() instanceof Chart.Dial dial
                ? Optional.of(new Sheet(chart.title(), List.of(new Head(chart.title(), Optional.of(chart.format()))),
                        List.of(List.of(dial.value().getAsDouble()))))
                : Optional.empty();
    }

    private static <T> Sheet table(Table<T> table, String name, Parameters parameters) {
        var shown = Shown.of(table, Choice.of(table, name, parameters));
        var heads = shown.columns().stream().map(column -> new Head(column.title(), number(shown.format(column))))
                .toList();
        var lines = new ArrayList<List<Object>>(shown.rows().size() + 1);
        for (var row : shown.rows()) {
            var line = new ArrayList<Object>(heads.size());
            shown.columns().forEach(column -> line.add(column.value().apply(row)));
            lines.add(line);
        }
        if (!shown.rows().isEmpty() && shown.columns().stream().anyMatch(Column::totalled)) {
            lines.add(totals(shown));
        }
        return new Sheet(table.title(), heads, lines);
    }

    private static <T> List<Object> totals(Shown<T> shown) {
        var line = new ArrayList<Object>();
        for (var column : shown.columns()) {
            line.add(column.totalled() ? shown.total(column) : line.isEmpty() ? "Total" : null);
        }
        return line;
    }

    private static Sheet lines(Chart chart, Chart.Lines data) {
        var points = data.series().points();
        var heads = new ArrayList<Head>();
        heads.add(new Head("", Optional.empty()));
        points.lines().forEach(line -> heads.add(new Head(line.name().isEmpty() ? chart.title() : line.name(),
                Optional.of(chart.format()))));
        var labels = Labels.of(points.keys());
        var lines = new ArrayList<List<Object>>();
        for (int i = 0; i < labels.size(); i++) {
            var line = new ArrayList<Object>();
            line.add(points.keys().get(i) instanceof java.time.LocalDate day ? day : labels.get(i));
            for (var one : points.lines()) {
                line.add(one.values()[i]);
            }
            lines.add(line);
        }
        return new Sheet(chart.title(), heads, lines);
    }

    private static Sheet dots(Chart chart, Chart.Dots data) {
        return new Sheet(chart.title(), List.of(new Head("", Optional.empty()),
                new Head(data.across(), Optional.of(Format.number(2))),
                new Head(data.up(), Optional.of(chart.format()))),
                data.dots().list().stream().<List<Object>>map(dot -> List.of(dot.name(), dot.x(), dot.y())).toList());
    }

    private static Optional<NumberFormat> number(Format format) {
        return format instanceof NumberFormat number ? Optional.of(number) : Optional.empty();
    }
}
