package io.flotilla.monitor.history;

import java.time.Duration;
import java.time.LocalDate;

/**
 * One day of an app, in UTC.
 *
 * @param watched whether anybody looked that day
 * @param down    how long it was down
 * @param outages how many outages touched it
 */
public record Day(LocalDate date, boolean watched, Duration down, int outages) {

    /** The word that style sheets know it by. */
    public String state() {
        if (!watched && outages == 0) {
            return "unknown";
        }
        return outages == 0 ? "up" : down.compareTo(Duration.ofHours(1)) < 0 ? "failing" : "down";
    }
}
