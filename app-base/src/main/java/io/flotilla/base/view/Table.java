package io.flotilla.base.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.flotilla.base.view.data.Rows;

/**
 * Rows, in columns that the reader sorts, a page at a time; the server sorts, and sends only what is seen.
 *
 * @param columns    if there are none, those of the record
 * @param pageSize   rows on a page
 * @param search     whether there is a field to search the rows by the text of their cells
 * @param order      what it is sorted by until the reader sorts; empty for the order of the rows
 * @param link       where a row leads
 * @param whenEmpty  what stands there instead of no rows
 */
public record Table<T>(String title, Rows<T> rows, List<Column<T>> columns, int pageSize, boolean search,
        Optional<Order> order, Optional<Function<? super T, String>> link, Message whenEmpty) implements Part {
    private static final int USUAL_PAGE = 50;

    /** @param column its title */
    public record Order(String column, boolean descending) {}

    /** A table of records: its columns are their components, {@code unitPrice} becoming "Unit price". */
    public static <T> Table<T> of(String title, Rows<T> rows) {
        return new Table<>(title, rows, List.of(), USUAL_PAGE, false, Optional.empty(), Optional.empty(),
                Message.empty("Nothing here", "Choose other filters."));
    }

    /** One more column, to the right. */
    public Table<T> column(String name, Function<? super T, ?> value) {
        return column(name, value, UnaryOperator.identity());
    }

    /** One more column: {@code column("Revenue", Order::revenue, c -> c.as(Format.money("$")).total())}. */
    public Table<T> column(String name, Function<? super T, ?> value, UnaryOperator<Column<T>> details) {
        var more = new ArrayList<>(columns);
        more.add(details.apply(Column.of(name, value)));
        return new Table<>(title, rows, List.copyOf(more), pageSize, search, order, link, whenEmpty);
    }

    /** @param column its title; the smallest comes first */
    public Table<T> sortedBy(String column) {
        return new Table<>(title, rows, columns, pageSize, search, Optional.of(new Order(column, false)), link,
                whenEmpty);
    }

    /** @param column its title; the largest comes first */
    public Table<T> sortedDownBy(String column) {
        return new Table<>(title, rows, columns, pageSize, search, Optional.of(new Order(column, true)), link,
                whenEmpty);
    }

    /** Rows on a page; 50 if nothing is said. */
    public Table<T> paged(int size) {
        return new Table<>(title, rows, columns, size, search, order, link, whenEmpty);
    }

    /** Gives it a field to search the rows. */
    public Table<T> searchable() {
        return new Table<>(title, rows, columns, pageSize, true, order, link, whenEmpty);
    }

    /**
     * Makes each row a link: to a path inside the app ({@code /orders/7}), to a query of this page ({@code ?day=…}), or to
     * an address that begins with {@code https://}. Any other is not linked to.
     */
    public Table<T> linked(Function<? super T, String> target) {
        return new Table<>(title, rows, columns, pageSize, search, order, Optional.of(target), whenEmpty);
    }

    /** What stands there instead of no rows. */
    public Table<T> whenEmpty(String message, String advice) {
        return new Table<>(title, rows, columns, pageSize, search, order, link, Message.empty(message, advice));
    }
}
