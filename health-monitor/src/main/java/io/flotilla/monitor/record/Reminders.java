package io.flotilla.monitor.record;

import java.time.Duration;

/** When to remind people of an outage: at every interval at first, then rarer, but at least daily. */
final class Reminders {
    private static final int REGULAR = 3;
    private static final Duration RAREST = Duration.ofDays(1);

    private Reminders() {}

    /**
     * The pause before the next reminder.
     *
     * @param sent  how many there have been
     * @param every the interval of the first three; each later pause is twice the one before, up to a day or, if that is
     *              longer, {@code every}
     */
    static Duration pause(int sent, Duration every) {
        var doublings = Math.min(20, Math.max(0, sent - REGULAR + 1));
        var pause = every.multipliedBy(1L << doublings);
        var longest = every.compareTo(RAREST) > 0 ? every : RAREST;
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
