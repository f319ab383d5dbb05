package io.flotilla.base.noticeboard.posting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.Noticeboard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CataloguePostingTest {
    private static final CataloguePosting FIRST = new CataloguePosting("fleet.yaml",
            "fleet: davinci-labs # \"ü\"\ngit: { token: ${TOKEN} }\n", "ada@laptop",
            Instant.parse("2026-01-02T03:04:05.678Z"));

    @TempDir
    Path folder;

    private Noticeboard board;

    @BeforeEach
    void openBoard() {
        board = new FolderNoticeboard(folder);
    }

    @Test
    void isReadAsItWasPosted() throws Exception {
        assertEquals(Optional.empty(), CataloguePosting.read(board));
        FIRST.post(board);

        assertEquals(Optional.of(FIRST), CataloguePosting.read(board));
    }

    @Test
    void takesThePlaceOfTheOneBefore() throws Exception {
        CataloguePosting second = new CataloguePosting("fleet.yaml", "fleet: other", "bob@ci", Instant.EPOCH);
        FIRST.post(board);
        second.post(board);

        assertEquals(Optional.of(second), CataloguePosting.read(board));
    }

    @Test
    void isJsonThatOtherProgramsCanRead() throws Exception {
        new CataloguePosting("fleet.yaml", "a\n", "ada", Instant.EPOCH).post(board);

        assertEquals(
                "{\"file\":\"fleet.yaml\",\"yaml\":\"a\\n\",\"postedBy\":\"ada\",\"postedAt\":\"1970-01-01T00:00:00Z\"}",
                new String(board.read("catalogue").orElseThrow().body(), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"file\":1}", "fleet: davinci-labs",
            "{\"file\":\"f\",\"yaml\":\"y\",\"postedBy\":\"p\",\"postedAt\":\"yesterday\"}"})
    void anythingElseIsNamedWithItsPlace(String body) throws Exception {
        board.create("catalogue", body.getBytes(UTF_8));

        String message = assertThrows(UncheckedIOException.class, () -> CataloguePosting.read(board)).getMessage();
        assertTrue(message.contains(folder.toString()) && message.contains("apply the catalogue again"), message);
    }
}
