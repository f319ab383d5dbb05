package io.flotilla.deployer.rollout.step;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** For how long conditions have held without a break, as far as this process has seen. Forgetting it only costs time. */
public final class Patience {
    private final Map<String, Instant> since = new HashMap<>();
    private Instant now;

    public void look(Instant time) {
        now = time;
    }

    /** Whether the condition holds now and has held at every look for this long. */
    public boolean hasHeld(String condition, boolean holds, Duration forAtLeast) {
        if (!holds) {
            since.remove(condition);
            return false;
        }
        return !now.isBefore(since.computeIfAbsent(condition, first -> now).plus(forAtLeast));
    }

    public void forget() {
        since.clear();
    }
}
