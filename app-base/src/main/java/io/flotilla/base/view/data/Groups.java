package io.flotilla.base.view.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Rows gathered by a key: {@code orders.by(Order::day).sum(Order::revenue)} is a line over the days, and with
 * {@code split(Order::region)} before {@code sum} it is a line for each region. Rows without a key are left out.
 */
public final class Groups<T, K extends Comparable<? super K>> {
    private final Rows<T> rows;
    private final Function<? super T, ? extends K> key;
    private final Function<? super T, ?> split;
    private final Collection<K> keys;

    private Groups(Rows<T> rows, Function<? super T, ? extends K> key, Function<? super T, ?> split,
            Collection<K> keys) {
        this.rows = rows;
        this.key = key;
        this.split = split;
        this.keys = keys;
    }

    static <T, K extends Comparable<? super K>> Groups<T, K> of(Rows<T> rows, Function<? super T, ? extends K> key) {
        return new Groups<>(rows, key, row -> "", List.of());
    }

    /** A line for each of what stands in another column, in the order of the alphabet. */
    public Groups<T, K> split(Function<? super T, ?> by) {
        return new Groups<>(rows, key, by, keys);
    }

    /** These keys too, though no row has them: days without orders are days with none. */
    public Groups<T, K> over(Collection<K> all) {
        return new Groups<>(rows, key, split, List.copyOf(all));
    }

    public Series<K> sum(ToDoubleFunction<? super T> column) {
        return series(column, Points.SUM);
    }

    public Series<K> count() {
        return series(row -> 1, Points.SUM);
    }

    public Series<K> average(ToDoubleFunction<? super T> column) {
        return series(column, Points.AVERAGE);
    }

    public Series<K> max(ToDoubleFunction<? super T> column) {
        return series(column, Points.MAX);
    }

    public Series<K> min(ToDoubleFunction<? super T> column) {
        return series(column, Points.MIN);
    }

    /** Each group as one row of something else, such as a product with its sums. */
    public <R> Rows<R> map(BiFunction<? super K, ? super List<T>, ? extends R> summary) {
        return Rows.from(new Once<>(() -> {
            Map<K, List<T>> groups = new HashMap<>();
            keys.forEach(one -> groups.put(one, new ArrayList<>()));
            for (var row : rows.list()) {
                var own = key.apply(row);
                if (own != null) {
                    groups.computeIfAbsent(own, k -> new ArrayList<>()).add(row);
                }
            }
            var summaries = new ArrayList<R>(groups.size());
            new TreeMap<>(groups).forEach((one, members) -> summaries.add(summary.apply(one, members)));
            return List.copyOf(summaries);
        }));
    }

    private Series<K> series(ToDoubleFunction<? super T> column, Points.Measure measure) {
        return Series.of(() -> Points.grouped(rows.list(), key, split, column, measure, keys));
    }
}
