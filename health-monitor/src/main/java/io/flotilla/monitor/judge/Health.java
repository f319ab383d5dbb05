package io.flotilla.monitor.judge;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered about an app between two checks.
 *
 * @param since     when it came into its state; empty while unknown
 * @param failures  in a row, up to the last result
 * @param successes in a row, up to the last result
 * @param window    the results since it was last down
 * @param last      the newest sighting
 * @param lastGood  the newest good one
 * @param firstBad  the bad one that its present trouble began with
 */
public record Health(
        State state,
        Optional<Instant> since,
        int failures,
        int successes,
        Window window,
        Optional<Sighting> last,
        Optional<Sighting> lastGood,
        Optional<Sighting> firstBad) {

    public static final Health UNKNOWN = new Health(State.UNKNOWN, Optional.empty(), 0, 0, Window.EMPTY,
            Optional.empty(), Optional.empty(), Optional.empty());
}
