package io.flotilla.monitor.process;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what another thread or process will do. */
final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Await() {}

    /** @param state told if it never becomes true */
    static void until(String what, Callable<Boolean> condition, Supplier<String> state) throws Exception {
        for (var end = Instant.now().plus(PATIENCE); !condition.call();) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("in vain awaited: %s%n%s".formatted(what, state.get()));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
