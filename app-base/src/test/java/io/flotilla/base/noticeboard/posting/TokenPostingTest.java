package io.flotilla.base.noticeboard.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import io.flotilla.base.noticeboard.FolderNoticeboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenPostingTest {
    @TempDir
    Path folder;

    @Test
    void knowsItsTokenAndNoOther() throws Exception {
        var board = new FolderNoticeboard(folder);
        TokenPosting.of("Sales", "a long and random token").post(board);

        var posted = TokenPosting.read(board, "Sales").orElseThrow();
        assertTrue(posted.matches("a long and random token"));
        assertFalse(posted.matches("a long and random token "));
        assertFalse(posted.matches(posted.sha256()));
        assertEquals(Optional.empty(), TokenPosting.read(board, "Warehouse"));
        var body = new String(board.read("tokens/Sales").orElseThrow().body(), StandardCharsets.UTF_8);
        assertFalse(body.contains("random"), body);
    }
}
