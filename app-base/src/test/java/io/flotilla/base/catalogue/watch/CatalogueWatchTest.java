package io.flotilla.base.catalogue.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

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

    @Test
    void aDeletedFileIsToBePutBack() throws IOException {
        Files.delete(file);
        assertEquals("put the file back: " + file, watch.look().problems().get(0).fix());
    }

    @Test
    void aListenerThatThrowsIsNamedApartAndToldAgain() throws IOException {
        var calls = new ArrayList<String>();
        watch.onChange(catalogue -> {
            calls.add(catalogue.fleet());
            if (calls.size() < 3) {
                throw new IllegalStateException("the database is\ndown");
            }
        });
        write("two");
        watch.look();
        var state = watch.look();
        assertEquals("two", fleet(state));
        assertEquals(List.of("catalogue: it is taken, but not followed everywhere yet: the database is down; "
                + "this is tried again until it works"), state.problems().stream().map(Object::toString).toList());

        assertEquals(1, watch.look().problems().size());
        assertEquals(List.of(), watch.look().problems());
        watch.look();
        assertEquals(List.of("two", "two", "two"), calls);
        assertEquals(List.of("one", "two"), taken, "who has followed is not told again");
    }

    @Test
    void aNewMistakeDoesNotHideThatSomebodyIsBehind() throws IOException {
        watch.onChange(catalogue -> {
            throw new IllegalStateException("down");
        });
        write("two");
        watch.look();
        watch.look();
        Files.writeString(file, "fleet: [");
        watch.look();
        assertEquals(2, watch.look().problems().size());
    }

    @Test
    void anErrorWhileReadingIsAProblemAndIsTriedAgain() {
        var fails = new AtomicBoolean(true);
        CatalogueWatch.Source endless = new CatalogueWatch.Source() {
            @Override
            public Optional<CatalogueWatch.Text> look() {
                if (fails.get()) {
                    throw new StackOverflowError();
                }
                return new CatalogueFile(file).look();
            }

            @Override
            public String advice() {
                return "";
            }
        };
        var errors = new CatalogueWatch(endless, new CatalogueReader(Map.of()));
        assertEquals("it cannot be read: java.lang.StackOverflowError", errors.start().problems().get(0).message());
        fails.set(false);
        assertEquals("one", fleet(errors.start()));
        assertEquals(List.of(), errors.state().problems());
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
