package io.flotilla.base.view.table;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.flotilla.base.view.Column;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.data.Rows;

/** The columns of a table that names none: the components of its records. */
final class RecordColumns {
    private RecordColumns() {}

    static <T> List<Column<T>> of(T row) {
        if (!(row instanceof Record)) {
            return table(row).column("Value", value -> value).columns();
        }
        var table = table(row);
        for (var component : Stream.of(row.getClass().getRecordComponents()).toList()) {
            table = table.column(words(component.getName()), reader(component));
        }
        return table.columns();
    }

    private static <T> Table<T> table(T row) {
        return Table.of("", Rows.of(List.<T>of()));
    }

    private static <T> java.util.function.Function<T, Object> reader(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return row -> {
            try {
                return accessor.invoke(row);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("%s cannot be read".formatted(component), e);
            }
        };
    }

    /** {@code unitPrice} as a person writes it: Unit price. */
    private static String words(String name) {
        var words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
