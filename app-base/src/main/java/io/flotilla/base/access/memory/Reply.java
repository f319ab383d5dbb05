package io.flotilla.base.access.memory;

import java.util.Optional;

/** What came back when the portal was asked. */
public sealed interface Reply<V> {

    /** It said something; {@code etag} names this answer the next time. */
    record Said<V>(V answer, Optional<String> etag) implements Reply<V> {}

    /** What it said last is still true. */
    record Unchanged<V>() implements Reply<V> {}

    /** It said nothing that helps; {@code why} is a sentence for the log, with how to mend it. */
    record Silent<V>(String why) implements Reply<V> {}
}
