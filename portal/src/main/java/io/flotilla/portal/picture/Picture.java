package io.flotilla.portal.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.flotilla.base.access.AccessRules;
import io.flotilla.portal.graph.AppEdges;

/**
 * The graph as a drawing: apps in a column to the left, the groups that they require in one to the right, as few crossings as
 * a few rounds of sorting each column by the middle of its neighbours leave (Sugiyama's barycentre method; the graph has two
 * layers and no more). Coordinates are pixels.
 *
 * @param nodes  boxes by their upper left corner
 * @param curves the edges
 */
public record Picture(double width, double height, List<Box> nodes, List<Curve> curves) {
    private static final double HEIGHT = 30;
    private static final double STEP = 40;
    private static final double BETWEEN = 180;
    private static final double LETTER = 7.6;
    private static final int ROUNDS = 8;

    /** @param kind {@code app}, {@code closed} (an app that requires nothing), {@code group} or {@code everyone} */
    public record Box(double x, double y, double width, double height, String kind, String name, String label) {
        public double middle() {
            return y + height / 2 + 4.5;
        }

        public double text() {
            return x + 12;
        }
    }

    /** @param path SVG path data */
    public record Curve(String app, String group, String path) {}

    static Picture of(Collection<AppEdges> shown) {
        var apps = new ArrayList<>(shown);
        var named = new LinkedHashSet<String>();
        apps.forEach(app -> named.addAll(app.requires()));
        var groups = new ArrayList<>(named);
        for (int round = 0; round < ROUNDS; round++) {
            var rows = rows(apps.stream().map(AppEdges::app).toList());
            var middles = new HashMap<String, Double>();
            groups.forEach(group -> middles.put(group, apps.stream().filter(app -> app.requires().contains(group))
                    .mapToInt(app -> rows.get(app.app())).average().orElse(0)));
            groups.sort(Comparator.comparingDouble(middles::get));
            var columns = rows(groups);
            apps.sort(Comparator.comparingDouble((AppEdges app) -> app.requires().stream().mapToInt(columns::get)
                    .average().orElse(Double.MAX_VALUE)));
        }
        return drawn(apps, groups);
    }

    private static Picture drawn(List<AppEdges> apps, List<String> groups) {
        var left = apps.stream().mapToDouble(app -> width(app.title())).max().orElse(0);
        var right = groups.stream().mapToDouble(Picture::width).max().orElse(0);
        var boxes = new ArrayList<Box>();
        var ends = new HashMap<String, Double>();
        // The shorter column stands evenly beside the longer one.
        double stretch = groups.isEmpty() ? 1 : Math.max(1, (double) apps.size() / groups.size());
        for (int i = 0; i < groups.size(); i++) {
            var y = (i + (stretch - 1) / 2 + i * (stretch - 1)) * STEP + 1;
            boxes.add(new Box(left + BETWEEN, y, width(groups.get(i)), HEIGHT,
                    groups.get(i).equals(AccessRules.EVERYONE) ? "everyone" : "group", groups.get(i), groups.get(i)));
            ends.put(groups.get(i), y + HEIGHT / 2);
        }
        var curves = new ArrayList<Curve>();
        for (int i = 0; i < apps.size(); i++) {
            var app = apps.get(i);
            var y = i * STEP + 1;
            boxes.add(new Box(left - width(app.title()) + 1, y, width(app.title()), HEIGHT,
                    app.closed() ? "closed" : "app", app.app(), app.title()));
            app.requires().forEach(
                    group -> curves.add(new Curve(app.app(), group,
                            curve(left + 1, y + HEIGHT / 2, left + BETWEEN, ends.get(group)))));
        }
        return new Picture(left + BETWEEN + right + 2, Math.max(apps.size(), groups.size()) * STEP, List.copyOf(boxes),
                List.copyOf(curves));
    }

    private static Map<String, Integer> rows(List<String> names) {
        var rows = new HashMap<String, Integer>();
        names.forEach(name -> rows.put(name, rows.size()));
        return rows;
    }

    private static double width(String label) {
        return 24 + LETTER * label.codePointCount(0, label.length());
    }

    private static String curve(double x, double y, double toX, double toY) {
        var half = (x + toX) / 2;
        return String.format(Locale.ROOT, "M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f", x, y, half, y, half, toY, toX,
                toY);
    }
}
