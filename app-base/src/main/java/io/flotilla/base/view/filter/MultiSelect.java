package io.flotilla.base.view.filter;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.flotilla.base.view.format.Slug;

/**
 * Any number of some values. It takes every row until something is chosen.
 *
 * @param name   the parameter, once for each chosen value
 * @param chosen in the order of the options
 */
public record MultiSelect<T>(String name, String label, List<Option<T>> options,
        List<T> chosen) implements Filter, Predicate<T> {

    static <T> MultiSelect<T> of(String label, List<Option<T>> options, Parameters parameters) {
        var name = Slug.of(label, "choices");
        var keys = parameters.all(name);
        return new MultiSelect<>(name, label, options,
                options.stream().filter(option -> keys.contains(option.key())).map(Option::value).toList());
    }

    @Override
    public boolean test(T value) {
        return chosen.isEmpty() || chosen.contains(value);
    }

    @Override
    public Map<String, List<String>> parameters() {
        return chosen.isEmpty() ? Map.of() : Map.of(name, chosen.stream().map(Option::key).toList());
    }
}
