package io.flotilla.base.catalogue.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.CatalogueReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueWatchTest {
    @TempDir
    Path folder;
    private final List<String> taken = new ArrayList<>();
    private Path file;
    private CatalogueWatch watch;

    @BeforeEach
    void watchAFile() throws IOException {
        file = folder.resolve("fleet.yaml");
        write("one");
        watch = new CatalogueWatch(new CatalogueFile(file), new CatalogueReader(Map.of()));
        watch.onChange(catalogue -> taken.add(catalogue.fleet()));
        watch.start();
    }

    @Test
    void takesAChangedCatalogueOnceItHasComeToRest() throws IOException {
        write("two");
        assertEquals("one", fleet(watch.look()));
        assertEquals("two", fleet(watch.look()));
        watch.look();
        assertEquals(List.of("one", "two"), taken);
    }

    @Test
    void keepsTheLastGoodOneAndSaysWhyUntilItIsMended() throws IOException {
        Files.writeString(file, "fleet: [");
        watch.look();
        var state = watch.look();
        assertEquals("one", fleet(state));
        assertTrue(state.problems().get(0).message().startsWith("this is not YAML"), state.toString());

        write("mended");
        watch.look();
        assertEquals("mended", fleet(watch.look()));
        assertEquals(List.of(), watch.state().problems());
    }

    @Test
    void survivesAFileThatVanishesAndComesBack() throws IOException {
        Files.delete(file);
        assertEquals("there is none", watch.look().problems().get(0).message());
        assertEquals("one", fleet(watch.state()));

        write("one");
        watch.look();
        watch.look();
        assertEquals(List.of(), watch.state().problems());
    }

    @Test
    void neverTakesWhatIsStillBeingWritten() throws IOException {
        for (var i = 0; i < 5; i++) {
            write("part" + i);
            watch.look();
        }
        assertEquals(List.of("one"), taken);
    }

    private static String fleet(CatalogueWatch.State state) {
        return state.catalogue().map(Catalogue::fleet).orElse("");
    }

    private void write(String fleet) throws IOException {
        Files.writeString(file, """
                fleet: %s
                environments: { local: { platform: local } }
                apps: {}
                """.formatted(fleet));
    }
}
