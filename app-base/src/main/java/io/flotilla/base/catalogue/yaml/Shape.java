package io.flotilla.base.catalogue.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
     * @param numbers the whole numbers that may stand without quotes
     * @param secret  whether somebody may have put a secret here, so that no message may repeat it
     */
    record Scalar(Kind kind, Pattern pattern, String expects, List<String> choices, Numbers numbers,
            boolean secret)
            implements
                Shape {
        /** Characters that any value may have. */
        static final int LONGEST = 4_096;
        private static final List<String> ALL_KINDS = List.of("0", "7", "-1", "1.5", "-2.5e-3", "12345678901234567890");

        enum Kind {
            TEXT, INTEGER, BOOLEAN
        }

        /** From the least to the most. */
        record Numbers(int least, int most) {
            static final Numbers NONE = new Numbers(1, 0);

            boolean none() {
                return most < least;
            }
        }

        static Scalar text(String pattern, String expects) {
            return new Scalar(Kind.TEXT, Pattern.compile(pattern), expects, List.of(), Numbers.NONE, false);
        }

        /** The same, but never repeated in a message. */
        Scalar kept() {
            return new Scalar(kind, pattern, expects, choices, numbers, true);
        }

        boolean accepts(String text) {
            return text.length() <= LONGEST && (choices.isEmpty()
                    ? pattern.matcher(text).matches()
                            && (kind != Kind.INTEGER || Integer.parseInt(text) <= numbers.most())
                    : choices.contains(text));
        }

        /** Whether any number will do, without quotes too. */
        boolean takesNumbers() {
            return ALL_KINDS.stream().allMatch(this::accepts);
        }

        /** Whether {@code true} and {@code false} will do, without quotes too. */
        boolean takesTruths() {
            return accepts("true") && accepts("false");
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
