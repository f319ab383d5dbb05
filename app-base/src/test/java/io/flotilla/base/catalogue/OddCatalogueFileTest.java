package io.flotilla.base.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.flotilla.base.catalogue.watch.CatalogueFile;
import io.flotilla.base.catalogue.watch.CatalogueWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands under the file's name need not be a file, or not one of a size that fits into memory. */
class OddCatalogueFileTest {
    private static final Duration HANG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aFileOfThreeGigabytesIsRefusedWithoutReadingIt() throws IOException {
        var file = folder.resolve("fleet.yaml");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(3L << 30);
        }
        assertEquals(
                List.of(file
                        + ": the file has more than 8,388,608 bytes; a catalogue may not; is this the right file?"),
                read(file));
        assertEquals(read(file), watched(file));
    }

    @Test
    void aPipeIsRefusedWithoutWaitingForIt() throws Exception {
        var pipe = folder.resolve("fleet.yaml");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertEquals(List.of(pipe + ": it is no regular file; name a file such as fleet.yaml"), read(pipe));
        assertTrue(watched(pipe).get(0).contains("it is no regular file"), watched(pipe).toString());
    }

    @Test
    void aFolderIsRefused() {
        assertEquals(List.of(folder + ": it is a folder; name the file in it, such as fleet.yaml"), read(folder));
    }

    @Test
    void aLinkToAFileIsFollowed() throws IOException {
        var file = Files.writeString(folder.resolve("real.yaml"), "fleet: [a]\n");
        var link = Files.createSymbolicLink(folder.resolve("fleet.yaml"), file);
        assertTrue(read(link).toString().contains("a list where one value belongs"));
    }

    private static List<String> read(Path file) {
        return assertTimeoutPreemptively(HANG,
                () -> sentences(
                        assertInstanceOf(Reading.Invalid.class, new CatalogueReader(Map.of()).read(file)).problems()));
    }

    private static List<String> watched(Path file) {
        return assertTimeoutPreemptively(HANG, () -> sentences(
                new CatalogueWatch(new CatalogueFile(file), new CatalogueReader(Map.of())).start().problems()));
    }

    private static List<String> sentences(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
