package io.flotilla.monitor.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.judge.Health;
import io.flotilla.monitor.judge.Sighting;
import io.flotilla.monitor.judge.State;

/**
 * One app as the status page shows it.
 *
 * @param app   its key in the catalogue
 * @param since when it came into its state; empty while unknown
 * @param last  what the last check saw
 */
public record AppStatus(String app, String title, String url, State state, Optional<Instant> since,
        Optional<Sighting> last) {
    /** So many intervals without a check, and what was true then may not be now. */
    private static final int STALE_AFTER = 5;

    /** Whether it has been checked on the day of {@code now}, in UTC. */
    public boolean checkedOn(Instant now) {
        return last.filter(seen -> !seen.at().isBefore(now.truncatedTo(ChronoUnit.DAYS))).isPresent();
    }

    public static AppStatus of(Watched watched, Health health, Instant now) {
        var stale = health.last().isPresent() && health.state() != State.DOWN && health.last().get().at()
                .plus(watched.every().multipliedBy(STALE_AFTER)).plus(watched.check().timeout()).isBefore(now);
        return new AppStatus(watched.app(), watched.title(), watched.url(), stale ? State.UNKNOWN : health.state(),
                stale ? Optional.empty() : health.since(), health.last());
    }
}
