package io.flotilla.base.view.render;

import java.util.List;

import io.flotilla.base.view.Chart;
import io.flotilla.base.view.View;
import io.flotilla.base.view.data.Points;
import io.flotilla.base.view.format.Labels;
import io.flotilla.base.view.format.NumberFormat;
import io.flotilla.base.view.html.Html;
import io.flotilla.base.view.html.Json;

/** Writes a chart's numbers twice: as JSON for {@code charts.js} to draw, and as a table to read. */
final class ChartPen {
    private static final String EMPTY = "<div class=\"empty\"><p class=\"empty-title\">Nothing to draw</p>"
            + "<p class=\"empty-subtitle text-secondary\">Choose other filters.</p></div>";

    void draw(Chart chart, Html html, Asked asked, View view) {
        if (chart.data() instanceof Chart.Lines lines) {
            lines(chart, lines.series().points(), html);
        } else if (chart.data() instanceof Chart.Dots dots) {
            dots(chart, dots, html);
        } else if (chart.data() instanceof Chart.Dial dial) {
            dial(chart, dial, html);
        }
    }

    private static void lines(Chart chart, Points<?> points, Html html) {
        if (points.isEmpty()) {
            html.raw(EMPTY);
            return;
        }
        var labels = Labels.of(points.keys());
        var json = head(chart).key("labels").values(labels).key("series").open('[');
        for (var line : points.lines()) {
            json.open('{').key("name").value(name(chart, line)).key("values").values(line.values()).close('}');
        }
        canvas(chart, json.close(']').close('}'), html);
        table(chart, html, points.lines().stream().map(line -> name(chart, line)).toList(), () -> {
            for (int i = 0; i < labels.size(); i++) {
                html.raw("<tr><th scope=\"row\">").text(labels.get(i)).raw("</th>");
                for (var line : points.lines()) {
                    number(html, chart.format().text(line.values()[i]));
                }
                html.raw("</tr>");
            }
        });
    }

    private static void dots(Chart chart, Chart.Dots data, Html html) {
        var dots = data.dots().list();
        if (dots.isEmpty()) {
            html.raw(EMPTY);
            return;
        }
        var json = head(chart).key("across").value(data.across()).key("up").value(data.up()).key("labels")
                .values(dots.stream().map(Chart.Dot::name).toList()).key("dots").open('[');
        for (var dot : dots) {
            json.values(new double[]{dot.x(), dot.y()});
        }
        canvas(chart, json.close(']').close('}'), html);
        table(chart, html, List.of(data.across(), data.up()), () -> {
            for (var dot : dots) {
                html.raw("<tr><th scope=\"row\">").text(dot.name()).raw("</th>");
                number(html, NumberFormat.sensible(dot.x()));
                number(html, chart.format().text(dot.y()));
                html.raw("</tr>");
            }
        });
    }

    private static void dial(Chart chart, Chart.Dial dial, Html html) {
        double value = dial.value().getAsDouble();
        if (Double.isNaN(value)) {
            html.raw(EMPTY);
            return;
        }
        canvas(chart, head(chart).key("value").value(value).key("from").value(dial.from()).key("to").value(dial.to())
                .close('}'), html);
        html.raw("<p class=\"dial-words\">").text(chart.format().text(value)).raw(" of ")
                .text(chart.format().text(dial.to())).raw("</p></div>");
    }

    private static Json head(Chart chart) {
        var format = chart.format();
        return new Json().open('{').key("kind").value(chart.kind().name()).key("format").open('{').key("before")
                .value(format.before()).key("after").value(format.after()).key("decimals").value(format.decimals())
                .key("scale").value(format.scale()).close('}');
    }

    /** Data in a script element that is no script: the policy against inline scripts has nothing to say about it. */
    private static void canvas(Chart chart, Json json, Html html) {
        html.raw("<div class=\"card-body\"><div class=\"chart chart-")
                .text(chart.kind().name().toLowerCase(java.util.Locale.ROOT))
                .raw("\" role=\"img\"").attribute("aria-label", chart.title() + "; the same in words below")
                .raw(" data-chart><script type=\"application/json\">").raw(json.toString()).raw("</script></div>");
    }

    private static void table(Chart chart, Html html, List<String> heads, Runnable rows) {
        html.raw("<details class=\"chart-table\"><summary>As a table</summary><div class=\"table-responsive scroll\" "
                + "tabindex=\"0\" role=\"region\"").attribute("aria-label", chart.title() + " as a table")
                .raw("><table class=\"table table-sm\"><thead><tr><td></td>");
        for (var head : heads) {
            html.raw("<th scope=\"col\" class=\"number\">").text(head).raw("</th>");
        }
        html.raw("</tr></thead><tbody>");
        rows.run();
        html.raw("</tbody></table></div></details></div>");
    }

    private static void number(Html html, String text) {
        html.raw("<td class=\"number\">").text(text).raw("</td>");
    }

    static String name(Chart chart, Points.Line line) {
        return line.name().isEmpty() ? chart.title() : line.name();
    }
}
