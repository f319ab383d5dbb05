package io.flotilla.base.view.data;

import java.util.function.Supplier;

/** Worked out at the first asking; a failure is told again to whoever asks next. */
final class Once<V> implements Supplier<V> {
    private Supplier<? extends V> work;
    private V value;
    private RuntimeException failure;

    Once(Supplier<? extends V> work) {
        this.work = work;
    }

    @Override
    public synchronized V get() {
        if (work != null) {
            try {
                value = work.get();
            } catch (RuntimeException e) {
                failure = e;
            } finally {
                work = null;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return value;
    }
}
