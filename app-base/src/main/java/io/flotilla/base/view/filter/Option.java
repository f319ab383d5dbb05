package io.flotilla.base.view.filter;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One of the values that a filter offers.
 *
 * @param key   as the address says it
 * @param label as a person reads it
 */
public record Option<T>(String key, String label, T value) {

    static <T> List<Option<T>> each(Collection<T> values, Function<? super T, String> title) {
        return values.stream().map(value -> new Option<T>(key(value), title.apply(value), value)).toList();
    }

    static String label(Object value) {
        return String.valueOf(value);
    }

    static String key(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : String.valueOf(value);
    }
}
