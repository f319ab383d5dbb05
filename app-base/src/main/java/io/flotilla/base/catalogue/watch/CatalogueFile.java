package io.flotilla.base.catalogue.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import io.flotilla.base.catalogue.CatalogueText;

/** A catalogue that somebody edits in a file. */
public record CatalogueFile(Path file) implements CatalogueWatch.Source {
    @Override
    public Optional<CatalogueWatch.Text> look() {
        try {
            return Optional.of(new CatalogueWatch.Text(file.toString(), CatalogueText.of(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public String advice() {
        return "put the file back: " + file;
    }
}
