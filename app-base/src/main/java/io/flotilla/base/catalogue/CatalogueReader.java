package io.flotilla.base.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

import io.flotilla.base.catalogue.yaml.FleetFile;

/** Reads {@code fleet.yaml}. */
public final class CatalogueReader {
    private final Map<String, String> variables;

    /** @param variables what {@code ${VAR}} in the file stands for; programs pass {@link System#getenv()} */
    public CatalogueReader(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** Reads a file; whatever is wrong with it, from its absence to a misspelt key, becomes a problem, never an exception. */
    public Reading read(Path file) {
        try {
            return Files.isDirectory(file)
                    ? FleetFile.unreadable(file.toString(), "it is a folder", "name the file in it, such as fleet.yaml")
                    : read(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return FleetFile.unreadable(file.toString(), "there is no such file",
                    "name another, or create it; docs/catalogue.md says how");
        } catch (IOException e) {
            return FleetFile.unreadable(file.toString(), "it cannot be read: " + e, "mend its permissions");
        }
    }

    /** Reads a text, such as the noticeboard's copy; {@code name} stands for the file in problems. */
    public Reading read(String name, byte[] text) {
        return FleetFile.read(name, text, variables);
    }
}
