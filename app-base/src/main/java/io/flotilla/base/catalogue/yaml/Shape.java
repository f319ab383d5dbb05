package io.flotilla.base.catalogue.yaml;

import java.util.List;
import java.util.Optional;

/** What a place in {@code fleet.yaml} may hold. The reader, the JSON Schema and the reference are all made from this. */
sealed interface Shape {

    /** A mapping with known keys. */
    record Keys(List<Key> keys, boolean mayBeEmpty) implements Shape {

        Optional<Key> key(String name) {
            return keys.stream().filter(key -> key.name().equals(name)).findFirst();
        }

        List<String> names() {
            return keys.stream().map(Key::name).toList();
        }
    }

    /** A mapping whose keys the author chooses. */
    record Named(Scalar name, Shape each) implements Shape {}

    /** A sequence; a single value stands for a sequence of one. */
    record Items(Scalar each) implements Shape {}

    /**
     * One value.
     *
     * @param kind    how YAML and JSON Schema spell it
     * @param pattern what the whole text must match; Java and ECMAScript read it alike
     * @param expects what a person is told to write, with an example
     * @param choices the only texts allowed, or empty
     * @param most    the largest whole number allowed; 0 for other kinds
     */
    record Scalar(Kind kind, String pattern, String expects, List<String> choices, int most) implements Shape {
        enum Kind {
            TEXT, INTEGER, BOOLEAN
        }

        boolean accepts(String text) {
            return choices.isEmpty()
                    ? text.matches(pattern) && (most == 0 || Integer.parseInt(text) <= most)
                    : choices.contains(text);
        }
    }

    /**
     * One known key.
     *
     * @param required whether its absence is a mistake
     * @param meaning  one sentence for the reference and the editor
     * @param standard what holds without it, or empty
     */
    record Key(String name, boolean required, Shape shape, String meaning, String standard) {}
}
