package io.flotilla.base.noticeboard;

import static io.flotilla.base.noticeboard.NoticeboardContract.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import io.flotilla.base.file.OtherProcess;
import io.flotilla.base.noticeboard.Noticeboard.Posting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderAcrossProcessesTest {
    private static final int POSTS = 60;
    private static final int KILLS = 5;

    @TempDir
    Path folder;

    private Noticeboard board;

    @BeforeEach
    void postZero() throws Exception {
        board = new FolderNoticeboard(folder);
        board.create("counter", text("0\n".repeat(PosterProgram.COPIES)));
    }

    @Test
    void processesThatPostTogetherLoseNothing() throws Exception {
        try (OtherProcess one = poster(POSTS); OtherProcess two = poster(POSTS)) {
            for (int i = 0; i < POSTS; i++) {
                PosterProgram.postNext(board);
            }
            one.succeeds();
            two.succeeds();
        }

        assertEquals(3 * POSTS, PosterProgram.number(board.read("counter").orElseThrow()));
    }

    @Test
    void aKilledProcessLeavesThePostingWholeAndTheTurnFree() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            OtherProcess poster = poster(Integer.MAX_VALUE);
            for (int i = 0; i < kill * 5; i++) {
                poster.line();
            }
            Posting seenWhileItWrites = board.read("counter").orElseThrow();
            List<String> rest = poster.kill();
            Posting left = board.read("counter").orElseThrow();

            assertWhole(seenWhileItWrites);
            assertWhole(left);
            assertTrue(
                    rest.stream().mapToLong(Long::parseLong).allMatch(posted -> posted <= PosterProgram.number(left)));
            assertEquals(PosterProgram.number(left) + 1, PosterProgram.postNext(board));
            assertEquals(List.of("counter"), board.keys(""));
        }
    }

    private OtherProcess poster(int posts) throws Exception {
        return OtherProcess.start(PosterProgram.class, folder.toString(), Integer.toString(posts));
    }

    private static void assertWhole(Posting posting) {
        assertEquals((PosterProgram.number(posting) + "\n").repeat(PosterProgram.COPIES), text(posting));
    }
}
