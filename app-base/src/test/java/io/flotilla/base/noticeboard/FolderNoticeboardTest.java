package io.flotilla.base.noticeboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderNoticeboardTest extends NoticeboardContract {
    @TempDir
    Path folder;

    @Override
    Noticeboard open() {
        return new FolderNoticeboard(folder.resolve("board"));
    }

    @Test
    void readingMakesNoFolder() {
        open().read("catalogue");
        open().keys("rollouts/");

        assertFalse(Files.exists(folder.resolve("board")));
    }

    @Test
    void whatACrashLeftIsNeitherListedNorInTheWay() throws Exception {
        Noticeboard board = open();
        board.create("catalogue", text("old"));
        Files.writeString(folder.resolve("board/.draft"), "half of someth");

        assertEquals(List.of("catalogue"), board.keys(""));
        assertEquals("new", text(board.replace(board.read("catalogue").orElseThrow(), text("new"))));
        assertEquals(List.of(".turn", "catalogue.posting"), filesIn(folder.resolve("board")));
    }

    @Test
    void anEditByHandIsAChange() throws Exception {
        Noticeboard board = open();
        var read = board.create("catalogue", text("old"));
        Path file = folder.resolve("board/catalogue.posting");
        Files.writeString(file, Files.readString(file).replace("old", "odd"));

        assertThrows(Superseded.class, () -> board.replace(read, text("new")));
    }

    @Test
    void aFileThatNobodyPostedIsNamed() throws Exception {
        Files.createDirectories(folder.resolve("board"));
        Files.writeString(folder.resolve("board/catalogue.posting"), "{\"file\": \"fleet.yaml\"}");

        String message = assertThrows(UncheckedIOException.class, () -> open().read("catalogue")).getMessage();
        assertTrue(message.contains("catalogue.posting is not a posting"), message);
    }

    @Test
    void aFileCannotBeANoticeboard() throws Exception {
        Files.writeString(folder.resolve("board"), "");

        assertThrows(IllegalArgumentException.class, this::open);
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
