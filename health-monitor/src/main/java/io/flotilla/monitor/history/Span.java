package io.flotilla.monitor.history;

import java.time.Duration;

/** How results are summed up, and for how long the sums are kept. Days are those of UTC. */
public enum Span {
    MINUTE(Duration.ofMinutes(1), Duration.ofDays(2)),
    HOUR(Duration.ofHours(1), Duration.ofDays(60)),
    DAY(Duration.ofDays(1), Duration.ofDays(400));

    private final Duration length;
    private final Duration kept;

    Span(Duration length, Duration kept) {
        this.length = length;
        this.kept = kept;
    }

    public Duration length() {
        return length;
    }

    Duration kept() {
        return kept;
    }
}
