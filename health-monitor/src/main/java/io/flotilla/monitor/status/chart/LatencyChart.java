package io.flotilla.monitor.status.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import io.flotilla.monitor.history.Rollup;

/**
 * How long good answers took, as a line, and when there were bad ones, as ticks below it.
 *
 * @param label    what the picture says, in words
 * @param line     an SVG path in a box of 720 by 180
 * @param area     the same, closed at the bottom
 * @param failures a tick for every span with a bad answer
 */
public record LatencyChart(boolean empty, String label, String line, String area, String failures, List<Mark> values,
        List<Mark> times) {
    private static final double LEFT = 56;
    private static final double RIGHT = 712;
    private static final double TOP = 12;
    private static final double BOTTOM = 148;
    private static final List<Integer> STEPS = List.of(1, 2, 5);

    /** A line or a tick of an axis, with its words. */
    public record Mark(double at, String words) {}

    private record Point(Instant at, double value) {}

    /**
     * @param sums  oldest first, any of which may be missing
     * @param each  how many spans make one point of the line
     * @param ticks how far apart the words below are, and how they are written
     */
    public static LatencyChart of(List<Rollup> sums, Duration each, Instant from, Instant until, Duration ticks,
            String format) {
        var points = points(sums, each);
        var most = points.stream().mapToDouble(Point::value).max().orElse(0);
        var scale = scale(most);
        var line = new StringBuilder();
        var area = new StringBuilder();
        draw(points, each, from, until, scale, line, area);
        return new LatencyChart(points.isEmpty(), label(points), line.toString(), area.toString(),
                failures(sums, from, until), values(scale), times(from, until, ticks, format));
    }

    private static List<Point> points(List<Rollup> sums, Duration each) {
        var points = new ArrayList<Point>();
        var step = each.toMillis();
        for (var i = 0; i < sums.size();) {
            var slot = Math.floorDiv(sums.get(i).begins().toEpochMilli(), step);
            long sum = 0;
            long good = 0;
            for (; i < sums.size() && Math.floorDiv(sums.get(i).begins().toEpochMilli(), step) == slot; i++) {
                sum += sums.get(i).latencySum();
                good += sums.get(i).checks() - sums.get(i).failures();
            }
            if (good > 0) {
                points.add(new Point(Instant.ofEpochMilli(slot * step + step / 2), (double) sum / good));
            }
        }
        return points;
    }

    /** The smallest of 1, 2, 5, 10, 20 … milliseconds that lies above all. */
    private static double scale(double most) {
        for (var power = 1; power < 1_000_000_000; power *= 10) {
            for (var step : STEPS) {
                if ((double) step * power >= most) {
                    return (double) step * power;
                }
            }
        }
        return most;
    }

    /** A gap in the points is a gap in the line. */
    private static void draw(List<Point> points, Duration each, Instant from, Instant until, double scale,
            StringBuilder line, StringBuilder area) {
        Point last = null;
        for (var point : points) {
            var x = x(point.at(), from, until);
            var y = BOTTOM - (BOTTOM - TOP) * point.value() / scale;
            var gap = last == null || Duration.between(last.at(), point.at()).compareTo(each.multipliedBy(2)) > 0;
            if (gap) {
                close(area, last, from, until);
                area.append("M%s %sV%s".formatted(number(x), number(BOTTOM), number(y)));
            } else {
                area.append("L%s %s".formatted(number(x), number(y)));
            }
            line.append("%s%s %s".formatted(gap ? "M" : "L", number(x), number(y)));
            if (gap) {
                line.append("h.1"); // A point all by itself shows by its round end.
            }
            last = point;
        }
        close(area, last, from, until);
    }

    private static void close(StringBuilder area, Point last, Instant from, Instant until) {
        if (last != null) {
            area.append("L%s %sZ".formatted(number(x(last.at(), from, until)), number(BOTTOM)));
        }
    }

    private static String failures(List<Rollup> sums, Instant from, Instant until) {
        var path = new StringBuilder();
        sums.stream().filter(sum -> sum.failures() > 0).forEach(
                sum -> path.append("M%s %sv8".formatted(number(x(sum.begins(), from, until)), number(BOTTOM + 1))));
        return path.toString();
    }

    private static List<Mark> values(double scale) {
        return DoubleStream.of(0, .5, 1)
                .mapToObj(part -> new Mark(BOTTOM - (BOTTOM - TOP) * part, words(scale * part))).toList();
    }

    private static List<Mark> times(Instant from, Instant until, Duration ticks, String format) {
        var formatter = DateTimeFormatter.ofPattern(format, Locale.ENGLISH).withZone(ZoneOffset.UTC);
        var step = ticks.toMillis();
        var marks = new ArrayList<Mark>();
        for (var at = (from.toEpochMilli() / step + 1) * step; at < until.toEpochMilli(); at += step) {
            var time = Instant.ofEpochMilli(at);
            marks.add(new Mark(x(time, from, until), formatter.format(time)));
        }
        return marks;
    }

    private static double x(Instant at, Instant from, Instant until) {
        var part = (double) (at.toEpochMilli() - from.toEpochMilli()) / (until.toEpochMilli() - from.toEpochMilli());
        return LEFT + (RIGHT - LEFT) * Math.max(0, Math.min(1, part));
    }

    private static String label(List<Point> points) {
        if (points.isEmpty()) {
            return "no good answer yet";
        }
        var all = points.stream().mapToDouble(Point::value).sorted().toArray();
        return "fastest %s, mostly %s, slowest %s".formatted(words(all[0]), words(all[all.length / 2]),
                words(all[all.length - 1]));
    }

    private static String words(double millis) {
        return millis >= 1000 ? number(millis / 1000) + " s" : number(millis) + " ms";
    }

    private static String number(double value) {
        var tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : "%d.%d".formatted(tenths / 10, Math.abs(tenths % 10));
    }
}
