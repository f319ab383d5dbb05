package io.flotilla.deployer.aws.client;

import java.time.Duration;

/** How waiting for AWS is done: by sleeping, or in tests by turning a clock forward. */
@FunctionalInterface
public interface Pause {
    Pause SLEEP = duration -> {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    };

    void of(Duration duration);
}
