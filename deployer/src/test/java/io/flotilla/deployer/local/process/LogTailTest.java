package io.flotilla.deployer.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path folder;

    @Test
    void showsTheLastLines() throws Exception {
        var log = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\n");
        assertEquals(List.of("two", "three"), LogTail.of(log, 2));
    }

    @Test
    void showsTheEndOfALogOfAnySize() throws Exception {
        var log = Files.writeString(folder.resolve("a.log"), "x".repeat(5_000_000) + "\nlast\n");
        assertEquals(List.of("last"), LogTail.of(log, 1));
    }

    @Test
    void showsNothingOfALogThatIsNotThere() {
        assertEquals(List.of(), LogTail.of(folder.resolve("a.log"), 2));
    }
}
