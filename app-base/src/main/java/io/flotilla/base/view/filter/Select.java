package io.flotilla.base.view.filter;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import io.flotilla.base.view.format.Slug;

/**
 * One of some values. It takes every row until something is chosen, unless {@link #initially} names what counts until then.
 *
 * @param name    the parameter
 * @param chosen  what the address says, if the page offers it; otherwise the initial value, if there is one
 * @param initial what counts while nothing is chosen; empty if that is "all"
 */
public record Select<T>(String name, String label, List<Option<T>> options, Optional<T> chosen,
        Optional<T> initial) implements Filter, Predicate<T> {

    static <T> Select<T> of(String label, List<Option<T>> options, Parameters parameters) {
        var name = Slug.of(label, "select");
        var key = parameters.last(name);
        var chosen = options.stream().filter(option -> key.isPresent() && option.key().equals(key.get())).findFirst();
        return new Select<>(name, label, options, chosen.map(Option::value), Optional.empty());
    }

    /** There is no "all": this counts until something is chosen. */
    public Select<T> initially(T value) {
        return new Select<>(name, label, options, Optional.of(chosen.orElse(value)), Optional.of(value));
    }

    /** What is chosen, of a filter that has an initial value. */
    public T value() {
        return chosen.orElseThrow(
                () -> new NoSuchElementException(
                        "`%s` may be all: ask chosen(), or give it initially(…)".formatted(label)));
    }

    @Override
    public boolean test(T value) {
        return chosen.isEmpty() || Objects.equals(chosen.get(), value);
    }

    @Override
    public Map<String, List<String>> parameters() {
        return chosen.isEmpty() || chosen.equals(initial) ? Map.of() : Map.of(name, List.of(Option.key(chosen.get())));
    }
}
