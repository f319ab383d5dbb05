package io.flotilla.monitor.doubt;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

import io.flotilla.monitor.record.Recorder.Observation;

/**
 * Stands between checks and judge: while the monitor itself is cut off, what looks like failures says nothing about the
 * apps. They are dropped, and every app stays what it was.
 */
public final class Doubt {
    private final Anchors anchors;
    private final InstantSource clock;
    private volatile Optional<Instant> cutOff = Optional.empty();

    public Doubt(Anchors anchors, InstantSource clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /** Since when the monitor has been cut off; empty if it is not. */
    public Optional<Instant> cutOff() {
        return cutOff;
    }

    /** Hands an observation on, unless it is to be doubted. */
    public void consider(Observation observation, Consumer<Observation> then) {
        if (observation.result().good()) {
            then.accept(observation);
            return;
        }
        anchors.reachable().thenAccept(reachable -> {
            cutOff = reachable ? Optional.empty() : cutOff.or(() -> Optional.of(clock.instant()));
            if (reachable) {
                then.accept(observation);
            }
        });
    }

    /** Looks again while it lasts, because when all is well nobody else asks. */
    public void look() {
        if (cutOff.isPresent()) {
            anchors.reachable().thenAccept(reachable -> cutOff = reachable ? Optional.empty() : cutOff);
        }
    }
}
