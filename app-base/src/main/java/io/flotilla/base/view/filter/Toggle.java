package io.flotilla.base.view.filter;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.flotilla.base.view.format.Slug;

/**
 * On or off. Off, it takes every row; on, those for which its column is true.
 *
 * @param name the parameter
 */
public record Toggle(String name, String label, boolean on) implements Filter, Predicate<Boolean> {

    static Toggle of(String label, Parameters parameters) {
        var name = Slug.of(label, "toggle");
        return new Toggle(name, label, parameters.last(name).filter("on"::equals).isPresent());
    }

    @Override
    public boolean test(Boolean value) {
        return !on || Boolean.TRUE.equals(value);
    }

    @Override
    public Map<String, List<String>> parameters() {
        return on ? Map.of(name, List.of("on")) : Map.of();
    }
}
