package io.flotilla.deployer.scaffold.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A constant of Python, as far as it can be known without running it. Lines are 1-based. */
public sealed interface Value {

    record Text(String text) implements Value {}

    record Whole(BigInteger number) implements Value {}

    record Real(double number) implements Value {}

    record Truth(boolean isTrue) implements Value {}

    record Nothing() implements Value {}

    /** A list, tuple or set. */
    record Items(List<Value> values) implements Value {}

    /** A dict; mutable, because a file may go on to add keys to it. */
    record Mapping(List<Entry> entries) implements Value {
        public Mapping() {
            this(new ArrayList<>());
        }

        /** The last entry under this key, which is the one that Python keeps. */
        public Optional<Entry> find(String key) {
            return entries.stream().filter(entry -> entry.key().equals(new Text(key))).reduce((first, last) -> last);
        }
    }

    /** What would have to be run or is not understood; the reason is half a sentence, such as {@code it is an f-string}. */
    record Refused(int line, String reason) implements Value {}

    /**
     * One key of a dict.
     *
     * @param line the line of its key
     * @param last the last line of its value
     */
    record Entry(int line, int last, Value key, Value value) {}
}
