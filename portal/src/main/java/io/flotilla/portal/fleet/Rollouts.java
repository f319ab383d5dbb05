package io.flotilla.portal.fleet;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.posting.RolloutPosting;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * The rollouts that run now, as the deployer posts them. The noticeboard is read beside the pages, and only while somebody
 * looks at them: on S3 every reading costs.
 */
@ApplicationScoped
public class Rollouts {
    private static final Logger LOG = Logger.getLogger(Rollouts.class);
    private static final long LOOK_EVERY_MILLIS = 3_000;
    private static final Duration SOMEBODY_LOOKS = Duration.ofMinutes(1);
    /** A running rollout posts at least every 30 s; one that has been silent for so long has lost its holder. */
    static final Duration SILENT = Duration.ofMinutes(2);

    private final Optional<Noticeboard> board;
    private final Vertx vertx;
    private volatile Map<String, RolloutPosting> running = Map.of();
    private volatile Instant asked = Instant.EPOCH;
    private long timer = -1;

    Rollouts(PortalConfig config, Instance<Noticeboard> board, Vertx vertx) {
        this.board = config.noticeboard().map(place -> board.get());
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> {
            if (asked.plus(SOMEBODY_LOOKS).isAfter(Instant.now())) {
                vertx.executeBlocking(this::look, true);
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** The rollout that replaces an app's instances now; empty if none does. */
    public Optional<RolloutPosting> of(String app) {
        asked = Instant.now();
        return Optional.ofNullable(running.get(app)).filter(rollout -> runs(rollout, Instant.now()));
    }

    private Void look() {
        board.ifPresent(readable -> {
            try {
                running = running(readable);
            } catch (UncheckedIOException e) {
                LOG.warnf("Which rollouts run is not known: %s", e.getMessage());
            }
        });
        return null;
    }

    private static Map<String, RolloutPosting> running(Noticeboard board) {
        var running = new TreeMap<String, RolloutPosting>();
        for (var key : board.keys(RolloutPosting.key(""))) {
            RolloutPosting.read(board, key.substring(RolloutPosting.key("").length()))
                    .filter(rollout -> rollout.state() == RolloutPosting.State.RUNNING)
                    .ifPresent(rollout -> running.put(rollout.app(), rollout));
        }
        return running;
    }

    private static boolean runs(RolloutPosting rollout, Instant now) {
        return rollout.updatedAt().plus(SILENT).isAfter(now);
    }
}
