package io.flotilla.base.view.data;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a dashboard shows: a list of records, each column typed by its component. Rows are fetched when something first
 * shows them; a source that fails or is slow concerns only the cards that show it.
 *
 * @param <T> a Java record, usually
 */
public final class Rows<T> {
    private final Supplier<List<T>> source;

    private Rows(Supplier<List<T>> source) {
        this.source = source;
    }

    public static <T> Rows<T> of(Collection<T> rows) {
        var copy = List.copyOf(rows);
        return new Rows<>(() -> copy);
    }

    /** @param source asked at each view of the page; see {@link #keep} */
    public static <T> Rows<T> from(Supplier<? extends Collection<T>> source) {
        return new Rows<>(() -> List.copyOf(source.get()));
    }

    /** The same rows, asked of the source at most once in that time, by however many viewers. Keep the result in a field. */
    public Rows<T> keep(Duration timeToLive) {
        return new Rows<>(new Kept<>(source, timeToLive, System::nanoTime));
    }

    public Rows<T> where(Predicate<? super T> condition) {
        return once(() -> list().stream().filter(condition).toList());
    }

    /** The rows whose column a filter takes; {@code orders.where(Order::region, region)}. */
    public <V> Rows<T> where(Function<? super T, ? extends V> column, Predicate<? super V> filter) {
        return where(row -> filter.test(column.apply(row)));
    }

    public <R> Rows<R> map(Function<? super T, ? extends R> change) {
        return once(() -> list().stream().<R>map(change).toList());
    }

    public Rows<T> sorted(Comparator<? super T> order) {
        return once(() -> list().stream().sorted(order).toList());
    }

    public Rows<T> limit(int most) {
        return once(() -> list().stream().limit(most).toList());
    }

    /** What stands in a column, each once and in its natural order; for a filter to choose from. */
    public <V extends Comparable<? super V>> Rows<V> distinct(Function<? super T, V> column) {
        return once(() -> list().stream().map(column).filter(Objects::nonNull).distinct().sorted().toList());
    }

    /** Gathers the rows that have the same key; keys are shown in their natural order. */
    public <K extends Comparable<? super K>> Groups<T, K> by(Function<? super T, ? extends K> key) {
        return Groups.of(this, key);
    }

    /** One point for each row, in the rows' order: for rows that a query has summed up already. */
    public <K> Series<K> series(Function<? super T, ? extends K> key, ToDoubleFunction<? super T> value) {
        return Series.of(() -> Points.each(list(), key, value));
    }

    public Figure sum(ToDoubleFunction<? super T> column) {
        return Figure.of(() -> list().stream().mapToDouble(column).sum());
    }

    public Figure average(ToDoubleFunction<? super T> column) {
        return Figure.of(() -> list().stream().mapToDouble(column).average().orElse(Double.NaN));
    }

    public Figure max(ToDoubleFunction<? super T> column) {
        return Figure.of(() -> list().stream().mapToDouble(column).max().orElse(Double.NaN));
    }

    public Figure min(ToDoubleFunction<? super T> column) {
        return Figure.of(() -> list().stream().mapToDouble(column).min().orElse(Double.NaN));
    }

    public Figure count() {
        return Figure.of(() -> list().size());
    }

    /** Fetches them. */
    public List<T> list() {
        return source.get();
    }

    public Stream<T> stream() {
        return list().stream();
    }

    /** What is derived lives as long as one view of a page, and several cards show it: it is worked out once. */
    private static <R> Rows<R> once(Supplier<List<R>> work) {
        return new Rows<>(new Once<>(work));
    }
}
