package io.flotilla.base.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failed attempt: twice as long each time up to a cap, less up to half of it at random, so that
 * what failed together does not come back together.
 *
 * @param first after the first failure
 * @param cap   never longer than this
 */
public record Backoff(Duration first, Duration cap, RandomGenerator random) {
    private static final int ENOUGH_DOUBLINGS = 30;

    /** @param attempts how many have failed so far, 1 or more */
    public Duration after(int attempts) {
        var doubled = first.toMillis() * (1L << Math.min(ENOUGH_DOUBLINGS, attempts - 1));
        var longest = Math.min(doubled, cap.toMillis());
        return Duration.ofMillis(Math.max(1, longest - (long) (random.nextDouble() * longest / 2)));
    }
}
