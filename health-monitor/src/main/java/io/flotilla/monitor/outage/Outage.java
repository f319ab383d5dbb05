package io.flotilla.monitor.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.flotilla.monitor.judge.Sighting;

/**
 * A time in which an app could not be reached, from the failure that crossed the threshold until recovery.
 *
 * @param app             the app's key in the catalogue
 * @param title           its title when the outage began
 * @param url             where people find it
 * @param ending          how it ended, once it has
 * @param lastGood        the last good answer before it, if there ever was one
 * @param firstBad        the failure that the trouble began with, some checks before {@code began}
 * @param reminders       how many reminders it has had
 * @param circumstances   what else was known when it began
 * @param acknowledgement who has seen it; empty while nobody says so
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
        int reminders,
        Circumstances circumstances,
        Optional<Acknowledgement> acknowledgement) {

    /** What {@link Circumstances#heldBy} says of an outage that was expected. */
    public static final String MAINTENANCE = "maintenance";

    /** An outage that begins. */
    public Outage(String id, String app, String title, String url, Instant began, Optional<Sighting> lastGood,
            Sighting firstBad, Circumstances circumstances) {
        this(id, app, title, url, began, Optional.empty(), lastGood, firstBad, 0, circumstances, Optional.empty());
    }

    /**
     * @param heldBy  why nobody is mailed about it: {@link #MAINTENANCE}, or the key of a shared part that is down too
     * @param behind  the titles of what cannot be reached without the app, in one line
     * @param rollout the app's newest rollout, in words
     * @param rolling whether that rollout was under way
     */
    public record Circumstances(Optional<String> heldBy, Optional<String> behind, Optional<String> rollout,
            boolean rolling) {
        public static final Circumstances NONE = new Circumstances(Optional.empty(), Optional.empty(),
                Optional.empty(), false);
    }

    /**
     * How an outage ended.
     *
     * @param departed whether the app left the catalogue while it was down, so that nobody will ever see it recover
     * @param seen     the answer that ended it
     */
    public record Ending(Instant at, boolean departed, Optional<String> seen) {}

    /**
     * Somebody takes care of it.
     *
     * @param by    their name
     * @param until nobody is reminded before
     */
    public record Acknowledgement(String by, Instant at, Instant until) {}

    /**
     * A time of being down, and nothing else.
     *
     * @param ended empty while it lasts
     */
    public record Stretch(String app, Instant began, Optional<Instant> ended) {}

    public Stretch stretch() {
        return new Stretch(app, began, ending.map(Ending::at));
    }

    public boolean open() {
        return ending.isEmpty();
    }

    /** How long it has lasted at {@code now}, or lasted in all. */
    public Duration length(Instant now) {
        return Duration.between(began, ending.map(Ending::at).orElse(now));
    }
}
