package io.flotilla.monitor.record;

import java.time.Instant;
import java.util.Optional;

import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.judge.State;
import io.flotilla.monitor.maintenance.Maintenance;
import io.flotilla.monitor.outage.Outage;
import org.jdbi.v3.core.Handle;

/**
 * Why an outage is recorded but not mailed: it is expected, or what the app stands on is down itself. A hold ends alerts
 * only before they begin; what has been mailed is always followed by its recovery.
 */
final class Holds {
    private final Maintenance maintenance;

    Holds(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    /** What holds an outage of the app back at this moment. */
    Optional<String> holding(Handle handle, Healths healths, Watched watched, Instant at) {
        return maintained(handle, watched, at)
                ? Optional.of(Outage.MAINTENANCE)
                : watched.under().stream().filter(part -> troubled(healths.of(part).state())).findFirst();
    }

    boolean maintained(Handle handle, Watched watched, Instant at) {
        return maintenance.covers(handle, watched.app(), at);
    }

    /** Whether a hold has ended, and long enough ago that the app could have shown that it is back too. */
    boolean over(Handle handle, Healths healths, String heldBy, Watched watched, Instant at) {
        if (heldBy.equals(Outage.MAINTENANCE)) {
            return !maintained(handle, watched, at);
        }
        var part = healths.of(heldBy);
        return switch (part.state()) {
            case DOWN, FAILING -> false;
            case UP -> !at.isBefore(part.since().orElseThrow().plus(watched.every()));
            case UNKNOWN -> true;
        };
    }

    /** A part that merely fails may be down before the next check of it. */
    private static boolean troubled(State state) {
        return state == State.DOWN || state == State.FAILING;
    }
}
