package io.flotilla.deployer.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.platform.Revisions.Version;
import io.flotilla.deployer.platform.ScalingProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;
    private FolderNoticeboard board;

    @BeforeEach
    void open() {
        board = new FolderNoticeboard(folder.resolve("board"));
    }

    @Test
    void everythingThatIsWrittenIsReadBack() throws Exception {
        var rollout = rollout("r-1").noted(new Facts(2, 1, Set.of(ScalingProcess.HEALTH_CHECK), List.of("i-1", "i-2")))
                .saw(List.of(new Rollout.Seen("i-3", true, "unhealthy", "Target.Timeout")))
                .turned(Step.RECALL, "never healthy", List.of(new Rollout.Evidence("i-3", "Target.Timeout")),
                        NOON.plusSeconds(60))
                .ended(State.ROLLED_BACK, NOON.plusSeconds(90));
        var journal = uma(NOON);
        journal.write(rollout, NOON);
        assertEquals(Optional.of(rollout), Journal.read(board, "Sales").rollout());
        assertEquals("uma@desk", Journal.read(board, "Sales").holder().orElseThrow().name());
    }

    @Test
    void whoComesSecondIsToldWhoHoldsTheApp() throws Exception {
        uma(NOON);
        var taken = assertThrows(Journal.Taken.class, () -> vera(NOON.plus(Journal.LEASE).minusSeconds(1)));
        assertEquals("uma@desk", taken.holder().name());
        assertTrue(taken.getMessage().contains("uma@desk on desk (1)"), taken.getMessage());
    }

    @Test
    void aHolderWhoseLeaseHasExpiredLosesTheAppAndCannotWriteAnyMore() throws Exception {
        var umas = uma(NOON);
        umas.write(rollout("r-1"), NOON);
        var veras = vera(NOON.plus(Journal.LEASE));
        assertEquals("r-1", veras.page().unfinished().orElseThrow().id());
        assertThrows(Journal.Lost.class, () -> umas.write(rollout("r-1"), NOON.plusSeconds(200)));
        assertEquals("vera@lap", Journal.read(board, "Sales").holder().orElseThrow().name());
    }

    @Test
    void everyWritePutsTheExpiryOff() throws Exception {
        uma(NOON).write(rollout("r-1"), NOON.plusSeconds(100));
        assertThrows(Journal.Taken.class, () -> vera(NOON.plus(Journal.LEASE)));
    }

    @Test
    void anAppThatWasLetGoIsFreeAtOnce() throws Exception {
        uma(NOON).release(rollout("r-1").ended(State.DONE, NOON));
        assertTrue(vera(NOON).page().rollout().orElseThrow().isOver());
    }

    @Test
    void aPostingThatIsNoJournalIsNamed() throws Exception {
        board.create("journals/Sales", "[]".getBytes(StandardCharsets.UTF_8));
        board.create("journals/Other", "{\"holder\":1}".getBytes(StandardCharsets.UTF_8));
        assertTrue(assertThrows(UncheckedIOException.class, () -> Journal.read(board, "Other")).getMessage()
                .contains("journals/Other"));
    }

    @Test
    void theHistoryKeepsTheNewestFiftyNewestFirstAndNoneTwice() throws Exception {
        var history = new History(board, "Sales");
        for (int i = 1; i <= History.KEPT + 1; i++) {
            history.add(rollout("r-" + i).ended(State.DONE, NOON));
        }
        history.add(rollout("r-51").ended(State.FAILED, NOON));
        var all = history.rollouts();
        assertEquals(History.KEPT, all.size());
        assertEquals("r-51", all.get(0).id());
        assertEquals(State.FAILED, all.get(0).state());
        assertEquals("r-2", all.get(History.KEPT - 1).id());
    }

    @Test
    void aRequestIsForOneRolloutOnly() throws Exception {
        var requests = new Requests(board, "Sales");
        requests.ask(Requests.Kind.ABORT, new Requests.Request("r-1", "vera", NOON));
        assertEquals("vera", requests.find(Requests.Kind.ABORT, "r-1").orElseThrow().by());
        assertTrue(requests.find(Requests.Kind.ABORT, "r-2").isEmpty());
        assertTrue(requests.find(Requests.Kind.APPROVE, "r-1").isEmpty());
    }

    private Journal uma(Instant now) throws Journal.Taken {
        return Journal.take(board, "Sales", "uma@desk", "desk (1)", "a", now);
    }

    private Journal vera(Instant now) throws Journal.Taken {
        return Journal.take(board, "Sales", "vera@lap", "lap (2)", "b", now);
    }

    private static Rollout rollout(String id) {
        var terms = new Terms(Duration.ofMinutes(15), "https://example.com/sales/", "/sales/", 200, 399, 3,
                Duration.ofSeconds(30), Optional.of("./check"), Optional.of(Duration.ofHours(1)));
        return Rollout.begun(new Rollout.Order(id, "Sales", Optional.of(new Version("1", "aaa")),
                new Version("2", "bbb"), terms, "uma@desk", NOON));
    }
}
