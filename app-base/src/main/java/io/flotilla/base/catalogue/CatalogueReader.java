package io.flotilla.base.catalogue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

import io.flotilla.base.catalogue.yaml.FleetFile;

/** Reads {@code fleet.yaml}. */
public final class CatalogueReader {
    private final Map<String, String> variables;

    /** The reader of a program: {@code ${VAR}} in the file stands for what its environment has. */
    public static CatalogueReader ofEnvironment() {
        return new CatalogueReader(CatalogueVariables.of(System.getenv()));
    }

    /** @param variables what {@code ${VAR}} in the file stands for */
    public CatalogueReader(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** Reads a file; whatever is wrong with it, from its absence to a misspelt key, becomes a problem, never an exception. */
    public Reading read(Path file) {
        try {
            return read(file.toString(), CatalogueText.of(file));
        } catch (NoSuchFileException e) {
            return FleetFile.unreadable(file.toString(), "there is no such file",
                    "name another, or create it; docs/catalogue.md says how");
        } catch (CatalogueText.NotAFile e) {
            return FleetFile.unreadable(file.toString(), e.getMessage(), e.fix());
        } catch (IOException e) {
            return FleetFile.unreadable(file.toString(), "it cannot be read: " + e, "mend its permissions");
        }
    }

    /** Reads a text, such as the noticeboard's copy; {@code name} stands for the file in problems. */
    public Reading read(String name, byte[] text) {
        return FleetFile.read(name, text, variables);
    }
}
