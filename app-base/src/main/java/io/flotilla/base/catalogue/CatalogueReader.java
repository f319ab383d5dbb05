package io.flotilla.base.catalogue;

import java.nio.file.Path;
import java.util.Map;

/** Reads {@code fleet.yaml}. */
public final class CatalogueReader {
    private final Map<String, String> variables;

    /** @param variables what {@code ${VAR}} in the file stands for; programs pass {@link System#getenv()} */
    public CatalogueReader(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** Reads a file; whatever is wrong with it, from its absence to a misspelt key, becomes a problem, never an exception. */
    public Reading read(Path file) {
        throw new UnsupportedOperationException();
    }

    /** Reads a text, such as the noticeboard's copy; {@code name} stands for the file in problems. */
    public Reading read(String name, byte[] text) {
        throw new UnsupportedOperationException(name + text.length + variables.size());
    }
}
