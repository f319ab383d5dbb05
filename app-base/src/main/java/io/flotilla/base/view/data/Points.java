package io.flotilla.base.view.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Numbers over keys, worked out.
 *
 * @param keys  along the axis
 * @param lines as many values each as there are keys; NaN where there is none
 */
public record Points<K>(List<K> keys, List<Line> lines) {
    static final Measure SUM = group -> group.sum;
    static final Measure AVERAGE = group -> group.count == 0 ? Double.NaN : group.sum / group.count;
    static final Measure MAX = group -> group.count == 0 ? Double.NaN : group.max;
    static final Measure MIN = group -> group.count == 0 ? Double.NaN : group.min;

    /** @param name as the legend says it; empty for an only line, which takes the chart's title */
    public record Line(String name, double[] values) {}

    interface Measure {
        double of(Group group);
    }

    static final class Group {
        private double sum;
        private double max = Double.NEGATIVE_INFINITY;
        private double min = Double.POSITIVE_INFINITY;
        private int count;

        private void add(double value) {
            sum += value;
            max = Math.max(max, value);
            min = Math.min(min, value);
            count++;
        }
    }

    static <T, K> Points<K> each(List<T> rows, Function<? super T, ? extends K> key,
            ToDoubleFunction<? super T> value) {
        var keys = rows.stream().<K>map(key).toList();
        return new Points<>(keys, List.of(new Line("", rows.stream().mapToDouble(value).toArray())));
    }

    static <T, K extends Comparable<? super K>> Points<K> grouped(List<T> rows, Function<? super T, ? extends K> key,
            Function<? super T, ?> split, ToDoubleFunction<? super T> column, Measure measure, Collection<K> always) {
        Map<Object, Map<K, Group>> lines = new HashMap<>();
        for (var row : rows) {
            var own = key.apply(row);
            if (own != null) {
                lines.computeIfAbsent(split.apply(row), name -> new HashMap<>())
                        .computeIfAbsent(own, k -> new Group()).add(column.applyAsDouble(row));
            }
        }
        var keys = lines.values().stream().flatMap(line -> line.keySet().stream());
        var sorted = Stream.concat(keys, always.stream()).distinct().sorted().toList();
        var none = measure.of(new Group());
        var drawn = new ArrayList<Line>(lines.size());
        new TreeMap<>(named(lines)).forEach((name, line) -> drawn.add(new Line(name, sorted.stream()
                .mapToDouble(one -> line.containsKey(one) ? measure.of(line.get(one)) : none).toArray())));
        return new Points<>(sorted, List.copyOf(drawn));
    }

    /** Beside each other over the keys of both. */
    Points<K> and(Points<K> other) {
        if (keys.equals(other.keys)) {
            return new Points<>(keys, join(lines, other.lines));
        }
        var union = Stream.concat(keys.stream(), other.keys.stream()).distinct().toList();
        if (union.stream().allMatch(Comparable.class::isInstance)) {
            union = union.stream().sorted().toList();
        }
        return new Points<>(union, join(over(union), other.over(union)));
    }

    private List<Line> over(List<K> wider) {
        var at = new HashMap<K, Integer>();
        for (int i = 0; i < keys.size(); i++) {
            at.put(keys.get(i), i);
        }
        return lines.stream().map(line -> new Line(line.name, wider.stream()
                .mapToDouble(key -> at.containsKey(key) ? line.values[at.get(key)] : Double.NaN).toArray())).toList();
    }

    Points<K> named(String name) {
        return new Points<>(keys, lines.stream().map(line -> new Line(name, line.values)).toList());
    }

    public boolean isEmpty() {
        return keys.isEmpty() || lines.stream().allMatch(line -> Arrays.stream(line.values).allMatch(Double::isNaN));
    }

    private static <K> Map<String, Map<K, Group>> named(Map<Object, Map<K, Group>> lines) {
        var named = new HashMap<String, Map<K, Group>>();
        lines.forEach((name, line) -> named.put(String.valueOf(name), line));
        return named;
    }

    private static List<Line> join(List<Line> one, List<Line> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
