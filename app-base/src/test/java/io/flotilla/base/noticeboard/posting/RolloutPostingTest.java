package io.flotilla.base.noticeboard.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutPostingTest {
    private static final Instant BEGAN = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    private Noticeboard board;

    @BeforeEach
    void openBoard() {
        board = new FolderNoticeboard(folder);
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsItWasPosted(State state) throws Exception {
        var first = rollout(state, Optional.empty(), Optional.empty());
        first.post(board);
        assertEquals(Optional.of(first), RolloutPosting.read(board, "Sales"));

        var second = rollout(state, Optional.of("c0ffee"), Optional.of(BEGAN.plusSeconds(9)));
        second.post(board);
        assertEquals(Optional.of(second), RolloutPosting.read(board, "Sales"));
        assertEquals(Optional.empty(), RolloutPosting.read(board, "Warehouse"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"app\":\"Sales\",\"id\":\"1\",\"state\":\"half-way\"}"})
    void anythingElseIsNamedWithItsPlace(String body) throws Exception {
        board.create("rollouts/Sales", body.getBytes(StandardCharsets.UTF_8));

        var message = assertThrows(UncheckedIOException.class, () -> RolloutPosting.read(board, "Sales")).getMessage();
        assertTrue(message.contains(folder.toString()) && message.contains("rollouts/Sales"), message);
    }

    @Test
    void itsStateIsAWordThatOtherProgramsCanRead() throws Exception {
        rollout(State.ROLLED_BACK, Optional.empty(), Optional.empty()).post(board);

        var json = new String(board.read("rollouts/Sales").orElseThrow().body(), StandardCharsets.UTF_8);
        assertTrue(json.contains("\"state\":\"rolled-back\""), json);
    }

    private static RolloutPosting rollout(State state, Optional<String> from, Optional<Instant> ended) {
        return new RolloutPosting("Sales", "20260102-1", state, from, "beefed", "waits for the new instances",
                "ada@laptop", BEGAN, BEGAN.plusSeconds(5), ended);
    }
}
