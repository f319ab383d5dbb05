package io.flotilla.base.view.data;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A result that is kept for a while. Whoever asks first works it out; all who ask meanwhile wait for that one answer, so
 * that a hundred viewers cost one query. A failure is told to those who waited, and is not kept.
 */
public final class Kept<V> implements Supplier<V> {
    private final Supplier<? extends V> source;
    private final long nanos;
    private final LongSupplier clock;
    private Flight<V> flight;

    /** @param clock nanoseconds that only grow, such as {@link System#nanoTime} */
    public Kept(Supplier<? extends V> source, Duration timeToLive, LongSupplier clock) {
        this.source = source;
        this.nanos = timeToLive.toNanos();
        this.clock = clock;
    }

    private static final class Flight<V> {
        private final CompletableFuture<V> answer = new CompletableFuture<>();
        private long landed;
    }

    @Override
    public V get() {
        Flight<V> current;
        boolean mine = false;
        synchronized (this) {
            if (flight == null || isOver(flight)) {
                flight = new Flight<>();
                mine = true;
            }
            current = flight;
        }
        if (mine) {
            fly(current);
        }
        return joined(current.answer);
    }

    private boolean isOver(Flight<V> one) {
        return one.answer.isDone()
                && (one.answer.isCompletedExceptionally() || clock.getAsLong() - one.landed >= nanos);
    }

    private void fly(Flight<V> mine) {
        try {
            var value = source.get();
            mine.landed = clock.getAsLong();
            mine.answer.complete(value);
        } catch (RuntimeException | Error e) {
            mine.answer.completeExceptionally(e);
        }
    }

    private static <V> V joined(CompletableFuture<V> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
