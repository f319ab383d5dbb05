package io.flotilla.deployer.rollout;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.base.noticeboard.posting.RolloutPosting;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.platform.Revisions.Version;

/** Tells the rest of the house how the rollout stands. Nothing depends on it, so no failure of it matters. */
final class News {
    /** {@link RolloutPosting#updatedAt} promises 30 s. */
    static final Duration AT_LEAST_EVERY = Duration.ofSeconds(20);

    private final Noticeboard board;

    News(Noticeboard board) {
        this.board = board;
    }

    /** To be called only after a write to the journal, so that nobody who was superseded speaks. */
    void tell(Rollout rollout, String what, Instant now) {
        try {
            new RolloutPosting(rollout.app(), rollout.id(), rollout.state(), rollout.from().map(Version::revision),
                    rollout.to().revision(), what, rollout.order().startedBy(), rollout.order().startedAt(), now,
                    rollout.endedAt())
                    .post(board);
        } catch (Superseded | UncheckedIOException untold) {
            // The next news is soon enough.
            return;
        }
    }
}
