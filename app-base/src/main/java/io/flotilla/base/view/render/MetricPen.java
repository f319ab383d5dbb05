package io.flotilla.base.view.render;

import java.util.stream.DoubleStream;

import io.flotilla.base.page.Formats;
import io.flotilla.base.page.Icons;
import io.flotilla.base.view.Metric;
import io.flotilla.base.view.data.Points;
import io.flotilla.base.view.html.Html;

/** Draws a metric: its number, how it moved, and a line of how it came about. */
final class MetricPen {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 32;
    private static final double HALF_A_PROMILLE = 0.0005;

    private final Icons icons;

    MetricPen(Icons icons) {
        this.icons = icons;
    }

    void draw(Metric metric, Html html) {
        html.raw("<div class=\"card-body\"><h2 class=\"subheader\">").text(metric.title())
                .raw("</h2><div class=\"metric\">")
                .text(metric.format().text(metric.value().getAsDouble())).raw("</div>");
        metric.comparison().ifPresent(one -> change(metric.value().getAsDouble(), one, html));
        metric.trend().ifPresent(line -> trend(line.points(), html));
        html.raw("</div>");
    }

    private void change(double now, Metric.Comparison comparison, Html html) {
        double change = now / comparison.before().getAsDouble() - 1;
        if (Double.isNaN(change) || Double.isInfinite(change)) {
            html.raw("<div class=\"metric-change\"><span class=\"text-secondary\">Nothing to compare with: ")
                    .text(comparison.since()).raw("</span></div>");
            return;
        }
        boolean up = change >= 0;
        html.raw("<div class=\"metric-change\">");
        if (Math.abs(change) < HALF_A_PROMILLE) {
            html.raw("<span class=\"text-secondary\">as ").text(comparison.since()).raw("</span></div>");
            return;
        }
        html.raw(up != comparison.falling() ? "<span class=\"state state-good\">" : "<span class=\"state state-bad\">")
                .raw(icons.get(up ? "trending-up" : "trending-down"))
                .text(Formats.decimals(Math.abs(change) * 100, 1)).raw(up ? " % more" : " % less")
                .raw("</span> <span class=\"text-secondary\">than ").text(comparison.since()).raw("</span></div>");
    }

    private static void trend(Points<?> points, Html html) {
        if (points.isEmpty() || points.keys().size() < 2) {
            return;
        }
        var values = points.lines().get(0).values();
        double least = DoubleStream.of(values).filter(Double::isFinite).min().orElse(0);
        double most = DoubleStream.of(values).filter(Double::isFinite).max().orElse(1);
        double step = WIDTH / (double) (values.length - 1);
        html.raw(
                "<svg class=\"sparkline\" viewBox=\"0 -2 120 36\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><polyline points=\"");
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double y = most == least ? HEIGHT / 2.0 : HEIGHT * (most - values[i]) / (most - least);
                html.text(Math.round(i * step)).raw(",").text(Math.round(y)).raw(" ");
            }
        }
        html.raw("\"/></svg>");
    }
}
