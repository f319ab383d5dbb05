package io.flotilla.monitor.judge;

/**
 * The judge's answer.
 *
 * @param health what to remember
 * @param change what to tell people
 */
public record Verdict(Health health, Change change) {

    public enum Change {
        NONE,
        /** An outage begins. */
        WENT_DOWN,
        /** It ends. */
        CAME_BACK
    }
}
