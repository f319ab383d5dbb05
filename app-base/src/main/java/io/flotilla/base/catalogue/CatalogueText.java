package io.flotilla.base.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a catalogue's file. */
public final class CatalogueText {
    /** Far beyond any fleet (10,000 apps take about 5 MiB), far below what would stall a program. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private CatalogueText() {}

    /**
     * The whole file; of one that is larger than a catalogue may be, one byte more than that.
     *
     * @throws NoSuchFileException if nothing is there
     * @throws NotAFile            if something else than a regular file is there, which might never end
     * @throws IOException         if it cannot be read
     */
    public static byte[] of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new NotAFile("it is a folder", "name the file in it, such as fleet.yaml");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new NotAFile("it is no regular file", "name a file such as fleet.yaml");
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    /** The message is what it is instead. */
    public static final class NotAFile extends IOException {
        private final String fix;

        NotAFile(String message, String fix) {
            super(message);
            this.fix = fix;
        }

        String fix() {
            return fix;
        }
    }
}
