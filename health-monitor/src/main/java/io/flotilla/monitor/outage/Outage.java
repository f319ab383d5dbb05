package io.flotilla.monitor.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.flotilla.monitor.judge.Sighting;

/**
 * A time in which an app could not be reached, from the failure that crossed the threshold until recovery.
 *
 * @param app       the app's key in the catalogue
 * @param title     its title when the outage began
 * @param url       where people find it
 * @param ending    how it ended, once it has
 * @param lastGood  the last good answer before it, if there ever was one
 * @param firstBad  the failure that the trouble began with, some checks before {@code began}
 * @param reminders how many reminders it has had
 */
public record Outage(
        String id,
        String app,
        String title,
        String url,
        Instant began,
        Optional<Ending> ending,
        Optional<Sighting> lastGood,
        Sighting firstBad,
        int reminders) {

    /**
     * How an outage ended.
     *
     * @param departed whether the app left the catalogue while it was down, so that nobody will ever see it recover
     * @param seen     the answer that ended it
     */
    public record Ending(Instant at, boolean departed, Optional<String> seen) {}

    public boolean open() {
        return ending.isEmpty();
    }

    /** How long it has lasted at {@code now}, or lasted in all. */
    public Duration length(Instant now) {
        return Duration.between(began, ending.map(Ending::at).orElse(now));
    }
}
