package io.flotilla.base.view.table;

import java.util.Optional;

import io.flotilla.base.view.Column;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.filter.Parameters;
import io.flotilla.base.view.format.Slug;

/**
 * What the reader chose of a table. The parameters are the table's name and {@code .sort}, {@code .search}, {@code .page}.
 *
 * @param name   of the table, as {@link Slug} makes it
 * @param column what it is sorted by, as {@link Slug} makes it; empty for the order of the rows
 * @param page   the first is 1; may be beyond the last
 */
public record Choice(String name, String column, boolean descending, String search, int page) {
    private static final int LAST = 1_000_000;

    /** @param name what the table's parameters begin with */
    public static Choice of(Table<?> table, String name, Parameters parameters) {
        var sort = parameters.last(name + ".sort").or(() -> table.order().map(Choice::written)).orElse("");
        boolean descending = sort.startsWith("-");
        return new Choice(name, descending ? sort.substring(1) : sort, descending,
                parameters.last(name + ".search").map(String::strip).filter(text -> table.search()).orElse(""),
                parameters.last(name + ".page").map(Choice::page).orElse(1));
    }

    /** Whether it is sorted by this column. */
    public boolean sorts(Column<?> one) {
        return column.equals(key(one));
    }

    /** What the column's button asks for: the other direction, if it is sorted by it already; numbers begin with the largest. */
    public String sortBy(Column<?> one, boolean number) {
        boolean down = sorts(one) ? !descending : number;
        return (down ? "-" : "") + key(one);
    }

    /** What it is sorted by now, as the address says it. */
    public Optional<String> sort() {
        return column.isEmpty() ? Optional.empty() : Optional.of((descending ? "-" : "") + column);
    }

    static String key(Column<?> column) {
        return Slug.of(column.title(), "column");
    }

    private static String written(Table.Order order) {
        return (order.descending() ? "-" : "") + Slug.of(order.column(), "column");
    }

    private static int page(String text) {
        try {
            return Math.max(1, Math.min(LAST, Integer.parseInt(text)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
