package io.flotilla.base.catalogue;

import java.util.List;

/** What came of reading a catalogue: the whole of it, or every mistake in it. */
public sealed interface Reading {

    record Valid(Catalogue catalogue) implements Reading {}

    /** @param problems at least one, in the order of the file */
    record Invalid(List<Problem> problems) implements Reading {}
}
