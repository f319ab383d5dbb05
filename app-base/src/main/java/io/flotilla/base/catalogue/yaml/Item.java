package io.flotilla.base.catalogue.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A checked piece of {@code fleet.yaml} that remembers where it stands. What was wrong is left out. */
sealed interface Item {
    Place place();

    /** @param line 1-based; @param column 1-based; @param path such as {@code apps.LMSPortal.prod} */
    record Place(int line, int column, String path) {
        Place at(String child) {
            return new Place(line, column, path.isEmpty() ? child : path + "." + child);
        }
    }

    record Text(Place place, String value) implements Item {}

    record Texts(Place place, List<Text> values) implements Item {
        List<String> strings() {
            return values.stream().map(Text::value).toList();
        }
    }

    /**
     * @param names where each key itself stands
     * @param whole whether nothing in it was left out
     */
    record Fields(Place place, Map<String, Item> values, Map<String, Place> names, boolean whole) implements Item {
        boolean has(String key) {
            return values.containsKey(key);
        }

        Optional<Text> text(String key) {
            return Optional.ofNullable((Text) values.get(key));
        }

        Optional<String> string(String key) {
            return text(key).map(Text::value);
        }

        Optional<Integer> number(String key) {
            return string(key).map(Integer::valueOf);
        }

        List<Text> texts(String key) {
            return values.get(key) instanceof Texts texts ? texts.values() : List.of();
        }

        List<String> strings(String key) {
            return texts(key).stream().map(Text::value).toList();
        }

        Optional<Fields> fields(String key) {
            return Optional.ofNullable((Fields) values.get(key));
        }

        /** The mappings in it by name, in the order of the file. */
        List<Map.Entry<String, Fields>> each() {
            return values.entrySet().stream().map(e -> Map.entry(e.getKey(), (Fields) e.getValue())).toList();
        }
    }
}
