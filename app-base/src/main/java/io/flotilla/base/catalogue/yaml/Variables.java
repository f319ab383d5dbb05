package io.flotilla.base.catalogue.yaml;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.flotilla.base.catalogue.CatalogueVariables;
import io.flotilla.base.catalogue.yaml.Shape.Scalar;

/** Puts in what {@code ${VAR}} stands for; {@code $${} is a literal {@code ${}. */
final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\$?\\$\\{([^}]*)(}?)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final Map<String, String> values;
    private final Problems problems;
    private final SortedMap<String, String> used = new TreeMap<>();

    Variables(Map<String, String> values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** What was put in so far. */
    Map<String, String> used() {
        return Collections.unmodifiableSortedMap(used);
    }

    /**
     * The text with its variables replaced, or empty after a problem was added. No value may be longer than
     * {@link Scalar#LONGEST}: what would be is cut one character beyond.
     */
    Optional<String> expand(String text, Item.Place place) {
        if (!text.contains("${")) {
            return Optional.of(text);
        }
        var expanded = new StringBuilder();
        var whole = true;
        var end = 0;
        for (var match = REFERENCE.matcher(text); match.find() && expanded.length() <= Scalar.LONGEST;) {
            expanded.append(text, end, match.start());
            end = match.end();
            if (match.group().startsWith("$$")) {
                expanded.append(match.group(), 1, match.group().length());
                continue;
            }
            var value = value(match.group(1), !match.group(2).isEmpty(), place);
            whole &= value.isPresent();
            value.ifPresent(expanded::append);
            if (!whole && problems.full()) {
                return Optional.empty();
            }
        }
        expanded.append(text, end, text.length());
        expanded.setLength(Math.min(expanded.length(), Scalar.LONGEST + 1));
        return whole ? Optional.of(expanded.toString()) : Optional.empty();
    }

    private Optional<String> value(String name, boolean closed, Item.Place place) {
        if (!closed || !NAME.matcher(name).matches()) {
            problems.add(place, "%s is not a variable".formatted(Excerpt.of("${" + name + (closed ? "}" : ""))),
                    "write ${NAME}, or $${ for a literal ${");
            return Optional.empty();
        }
        if (CatalogueVariables.mayHoldASecret(name)) {
            problems.add(place, "the environment variable %s may hold a secret, and is never put in".formatted(name),
                    "write the value here, or use a variable of the fleet's own, such as FLEET_DOMAIN");
            return Optional.empty();
        }
        var value = Optional.ofNullable(values.get(name));
        if (value.isEmpty()) {
            problems.add(place, "the environment variable %s is not set".formatted(Excerpt.of(name)),
                    "export it before starting this program, or write the value here");
        }
        value.ifPresent(present -> used.put(name, present));
        return value;
    }
}
