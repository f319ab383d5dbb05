package io.flotilla.monitor.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.posting.RolloutPosting;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.base.page.Formats;
import io.flotilla.monitor.record.Recorder.Rollout;
import org.jboss.logging.Logger;

/** What the deployer has posted of an app's newest rollout, looked up while the app is in trouble. It may block. */
final class RolloutNews {
    private static final Logger LOG = Logger.getLogger(RolloutNews.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    /** A running rollout posts every 30 s; one that has been silent for four times as long has lost its holder. */
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final int SHORT_REVISION = 10;

    private final Optional<Noticeboard> board;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    RolloutNews(Optional<Noticeboard> board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    private record Known(Optional<Rollout> rollout, Instant at) {}

    /** The app's newest rollout; empty if it never had one, or nobody can tell. */
    Optional<Rollout> of(String app) {
        var now = clock.instant();
        return known.compute(app, (key, old) -> old != null && old.at().plus(FRESH).isAfter(now)
                ? old
                : new Known(look(app, now), now)).rollout();
    }

    private Optional<Rollout> look(String app, Instant now) {
        try {
            return board.flatMap(there -> RolloutPosting.read(there, app)).map(posting -> words(posting, now));
        } catch (RuntimeException e) {
            LOG.warnf("The newest rollout of %s cannot be read: %s", app, e.getMessage());
            return Optional.empty();
        }
    }

    private static Rollout words(RolloutPosting posting, Instant now) {
        var running = posting.state() == State.RUNNING && posting.updatedAt().plus(SILENCE).isAfter(now);
        var state = switch (posting.state()) {
            case RUNNING -> running ? posting.step() : "silent since " + Formats.utc(posting.updatedAt());
            case DONE -> "done " + ended(posting);
            case ROLLED_BACK -> "failed and rolled back " + ended(posting);
            case FAILED -> "failed " + ended(posting);
        };
        return new Rollout("to %s, begun %s by %s: %s".formatted(revision(posting.to()),
                Formats.utc(posting.startedAt()), posting.startedBy(), state), running);
    }

    private static String ended(RolloutPosting posting) {
        return Formats.utc(posting.endedAt().orElse(posting.updatedAt()));
    }

    /** A git commit as people write it; anything else as it is. */
    private static String revision(String revision) {
        return revision.matches("[0-9a-f]{40}|[0-9a-f]{64}") ? revision.substring(0, SHORT_REVISION) : revision;
    }
}
