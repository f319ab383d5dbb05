package io.flotilla.base.view.filter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.flotilla.base.view.format.Slug;

/**
 * Words to look for. It takes the texts that contain them, whatever the case, and every text while it is empty.
 *
 * @param name  the parameter
 * @param value without blanks around it; empty if nothing was typed
 */
public record Text(String name, String label, String value) implements Filter, Predicate<String> {

    static Text of(String label, Parameters parameters) {
        var name = Slug.of(label, "text");
        return new Text(name, label, parameters.last(name).map(String::strip).orElse(""));
    }

    @Override
    public boolean test(String text) {
        return value.isEmpty()
                || text != null && text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
    }

    @Override
    public Map<String, List<String>> parameters() {
        return value.isEmpty() ? Map.of() : Map.of(name, List.of(value));
    }
}
