package io.flotilla.monitor.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.posting.RolloutPosting;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.monitor.record.Recorder.Rollout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutNewsTest {
    private static final Instant BEGUN = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path folder;

    private Instant now = BEGUN.plusSeconds(60);

    @Test
    void namesARolloutThatRuns() throws Exception {
        post(State.RUNNING, Optional.empty());

        assertEquals(Optional.of(new Rollout(
                "to beefbeefbe, begun 24 Nov 2026, 10:00 UTC by ana@laptop: waits for the new instances", true)),
                news().of("Sales"));
    }

    @Test
    void aRolloutThatHasLostItsHolderNoLongerRuns() throws Exception {
        post(State.RUNNING, Optional.empty());
        now = BEGUN.plusSeconds(600);

        assertEquals(Optional.of(new Rollout(
                "to beefbeefbe, begun 24 Nov 2026, 10:00 UTC by ana@laptop: silent since 24 Nov 2026, 10:00 UTC",
                false)), news().of("Sales"));
    }

    @Test
    void namesTheLastRollout() throws Exception {
        post(State.ROLLED_BACK, Optional.of(BEGUN.plusSeconds(300)));

        assertEquals(
                "to beefbeefbe, begun 24 Nov 2026, 10:00 UTC by ana@laptop: failed and rolled back 24 Nov 2026, 10:05 UTC",
                news().of("Sales").orElseThrow().words());
        assertEquals(Optional.empty(), news().of("Stock"));
    }

    @Test
    void whatCannotBeReadIsNoReasonToSayNothing() throws Exception {
        var board = new FolderNoticeboard(folder);
        board.create(RolloutPosting.key("Sales"), new byte[]{1});

        assertEquals(Optional.empty(), news().of("Sales"));
    }

    private RolloutNews news() {
        return new RolloutNews(Optional.of(new FolderNoticeboard(folder)), () -> now);
    }

    private void post(State state, Optional<Instant> ended) throws Exception {
        new RolloutPosting("Sales", "1", state, Optional.empty(), "beef".repeat(10), "waits for the new instances",
                "ana@laptop", BEGUN, BEGUN, ended).post(new FolderNoticeboard(folder));
    }
}
