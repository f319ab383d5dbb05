package io.flotilla.base.catalogue.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A catalogue that somebody edits in a file. */
public record CatalogueFile(Path file) implements CatalogueWatch.Source {
    @Override
    public Optional<CatalogueWatch.Text> look() {
        try {
            return Optional.of(new CatalogueWatch.Text(file.toString(), Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
