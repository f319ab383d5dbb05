package io.flotilla.base.catalogue.yaml;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts in what {@code ${VAR}} stands for; {@code $${} is a literal {@code ${}. */
final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\$?\\$\\{([^}]*)(}?)");
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    private final Map<String, String> values;
    private final Problems problems;

    Variables(Map<String, String> values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** The text with its variables replaced, or empty after a problem was added. */
    Optional<String> expand(String text, Item.Place place) {
        if (!text.contains("${")) {
            return Optional.of(text);
        }
        var whole = new boolean[]{true};
        var expanded = REFERENCE.matcher(text).replaceAll(match -> {
            if (match.group().startsWith("$$")) {
                return Matcher.quoteReplacement(match.group().substring(1));
            }
            var value = value(match.group(1), !match.group(2).isEmpty(), place);
            whole[0] &= value.isPresent();
            return Matcher.quoteReplacement(value.orElse(""));
        });
        return whole[0] ? Optional.of(expanded) : Optional.empty();
    }

    private Optional<String> value(String name, boolean closed, Item.Place place) {
        if (!closed || !name.matches(NAME)) {
            problems.add(place, "%s is not a variable".formatted(Excerpt.of("${" + name + (closed ? "}" : ""))),
                    "write ${NAME}, or $${ for a literal ${");
            return Optional.empty();
        }
        var value = Optional.ofNullable(values.get(name));
        if (value.isEmpty()) {
            problems.add(place, "the environment variable %s is not set".formatted(Excerpt.of(name)),
                    "export it before starting this program, or write the value here");
        }
        return value;
    }
}
