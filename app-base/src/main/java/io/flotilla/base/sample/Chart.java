package io.flotilla.base.sample;

import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Numbers over a row of labels, for {@code charts.js} to draw and for a table to list.
 *
 * @param title  what it shows, for those who cannot see it
 * @param kind   how it is drawn
 * @param labels along the horizontal axis
 * @param series as many values each as there are labels
 */
public record Chart(String title, Kind kind, List<String> labels, List<Series> series) {

    public enum Kind {
        LINE, STACKED_BARS
    }

    /**
     * @param name   as the legend says it
     * @param values one for each label
     * @param before what stands before a value, such as {@code $}
     */
    public record Series(String name, List<Long> values, String before) {}

    /** The attribute that {@code charts.js} reads. */
    public String json() {
        var list = new JsonArray();
        for (var one : series) {
            list.add(new JsonObject().put("name", one.name()).put("before", one.before())
                    .put("values", new JsonArray(one.values())));
        }
        return new JsonObject().put("kind", kind.name()).put("labels", new JsonArray(labels)).put("series", list)
                .encode();
    }
}
