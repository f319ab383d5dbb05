package io.flotilla.base.view.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.flotilla.base.view.Column;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.format.Format;

/**
 * What a table shows once its reader has chosen: the rows that the search finds, in the order that was asked for.
 *
 * @param rows on all pages
 */
public record Shown<T>(Table<T> table, Choice choice, List<Column<T>> columns, List<T> rows) {
    /** Text whatever its case; what is missing, or is no number, comes last in either direction. */
    private static final Comparator<Object> VALUES = (one, other) -> compare(one, other);

    public static <T> Shown<T> of(Table<T> table, Choice choice) {
        var all = table.rows().list();
        var columns = table.columns().isEmpty() && !all.isEmpty() ? RecordColumns.of(all.get(0)) : table.columns();
        var found = choice.search().isEmpty() ? all : search(all, columns, choice.search());
        return new Shown<>(table, choice, columns, sorted(found, columns, choice));
    }

    /** The rows of the page that is chosen; of the last one, if there are not so many. */
    public List<T> page() {
        return rows.subList(first(), Math.min(rows.size(), first() + table.pageSize()));
    }

    /** How many rows stand before the page. */
    public int first() {
        return (number() - 1) * table.pageSize();
    }

    /** The page, the first being 1. */
    public int number() {
        return Math.min(choice.page(), pages());
    }

    public int pages() {
        return Math.max(1, (rows.size() + table.pageSize() - 1) / table.pageSize());
    }

    public Format format(Column<T> column) {
        return column.format().orElseGet(() -> rows.stream().map(column.value()).filter(Objects::nonNull)
                .<Format>map(Format::of).findFirst().orElseGet(() -> Format.of("")));
    }

    /** The sum of a column, over all pages. */
    public double total(Column<T> column) {
        double sum = 0;
        for (var row : rows) {
            if (column.value().apply(row) instanceof Number number && !Double.isNaN(number.doubleValue())) {
                sum += number.doubleValue();
            }
        }
        return sum;
    }

    private static <T> List<T> search(List<T> all, List<Column<T>> columns, String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return all.stream().filter(row -> columns.stream().anyMatch(column -> {
            var value = column.value().apply(row);
            return value != null && column.format().orElseGet(() -> Format.of(value)).text(value)
                    .toLowerCase(Locale.ROOT).contains(wanted);
        })).toList();
    }

    private static <T> List<T> sorted(List<T> rows, List<Column<T>> columns, Choice choice) {
        var by = columns.stream().filter(choice::sorts).findFirst();
        if (by.isEmpty()) {
            return rows;
        }
        var sorted = new ArrayList<>(rows);
        Comparator<T> order = Comparator.comparing(row -> by.get().value().apply(row),
                choice.descending() ? VALUES.reversed() : VALUES);
        Comparator<T> missingLast = Comparator.comparing(row -> isMissing(by.get().value().apply(row)));
        sorted.sort(missingLast.thenComparing(order));
        return sorted;
    }

    private static boolean isMissing(Object value) {
        return value == null || value instanceof Double number && number.isNaN();
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        if (isMissing(one) || isMissing(other)) {
            return 0;
        }
        if (one instanceof String text && other instanceof String another) {
            return String.CASE_INSENSITIVE_ORDER.compare(text, another);
        }
        if (one instanceof Number number && other instanceof Number another && one.getClass() != other.getClass()) {
            return Double.compare(number.doubleValue(), another.doubleValue());
        }
        return one instanceof Comparable<?> comparable && one.getClass() == other.getClass()
                ? ((Comparable<Object>) comparable).compareTo(other)
                : one.toString().compareTo(other.toString());
    }
}
