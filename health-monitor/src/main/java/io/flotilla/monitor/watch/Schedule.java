package io.flotilla.monitor.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which checks are due. Their ticks are spread over the interval by the apps' names, so that a start, ours or the
 * fleet's, does not bring them all at once, and a restart leaves each where it was.
 *
 * <p>Not safe for use by several threads.
 */
public final class Schedule<T> {
    private final Function<T, Duration> interval;
    private final Map<String, Slot<T>> slots = new HashMap<>();

    public Schedule(Function<T, Duration> interval) {
        this.interval = interval;
    }

    private record Slot<T>(T item, Instant next) {}

    /** Takes over the items: new ones start within one interval, those of an unchanged interval keep their place. */
    public void replace(Map<String, T> items, Instant now) {
        slots.keySet().retainAll(items.keySet());
        items.forEach((name, item) -> slots.merge(name, new Slot<>(item, first(name, item, now)),
                (old, fresh) -> interval.apply(old.item()).equals(interval.apply(item))
                        ? new Slot<>(item, old.next())
                        : fresh));
    }

    /** The items that are due, each once, however long nobody asked. */
    public List<T> due(Instant now) {
        var due = new ArrayList<T>();
        slots.replaceAll((name, slot) -> {
            if (slot.next().isAfter(now)) {
                return slot;
            }
            due.add(slot.item());
            return new Slot<>(slot.item(), first(name, slot.item(), now));
        });
        return due;
    }

    /** The name's own moment in the interval that follows {@code now}. */
    private Instant first(String name, T item, Instant now) {
        var length = Math.max(1, interval.apply(item).toMillis());
        var offset = Math.floorMod(spread(name), length);
        var into = Math.floorMod(now.toEpochMilli() - offset, length);
        return now.plusMillis(length - into);
    }

    /** Neighbouring names must land far apart, which {@link String#hashCode} alone does not give. */
    private static long spread(String name) {
        return name.hashCode() * 0x9E3779B97F4A7C15L >>> 1;
    }
}
