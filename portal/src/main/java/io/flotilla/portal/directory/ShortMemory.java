package io.flotilla.portal.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What was learnt a moment ago, so that one page, or two admins at once, do not ask for it several times. */
final class ShortMemory<V> {
    private final Duration life;
    private final InstantSource clock;
    private final Map<String, Learnt<V>> known = new ConcurrentHashMap<>();

    private record Learnt<V>(V value, Instant until) {}

    ShortMemory(Duration life, InstantSource clock) {
        this.life = life;
        this.clock = clock;
    }

    /** What is known of it, learnt now if nothing is. Failures are not remembered. */
    V of(String key, Supplier<V> learn) {
        var learnt = known.get(key);
        if (learnt != null && learnt.until().isAfter(clock.instant())) {
            return learnt.value();
        }
        var value = learn.get();
        put(key, value);
        return value;
    }

    void put(String key, V value) {
        var now = clock.instant();
        known.values().removeIf(learnt -> !learnt.until().isAfter(now));
        known.put(key, new Learnt<>(value, now.plus(life)));
    }

    void forget(String key) {
        known.remove(key);
    }
}
