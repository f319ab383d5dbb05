package io.flotilla.monitor.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.flotilla.monitor.record.Recorder.Observation;
import org.jboss.logging.Logger;

/**
 * Takes observations from the checks, which must not wait, to the recorder, which must. They gather for a moment first,
 * because one transaction for many costs hardly more than one for each.
 */
final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final int BATCH = 500;

    private final Consumer<List<Observation>> recorder;
    private final Executor soon;
    private final Queue<Observation> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();

    /** @param soon runs what it is given after a moment, on a thread that may wait */
    Intake(Consumer<List<Observation>> recorder, Executor soon) {
        this.recorder = recorder;
        this.soon = soon;
    }

    void accept(Observation observation) {
        queue.add(observation);
        drainSoon();
    }

    private void drainSoon() {
        if (!queue.isEmpty() && draining.compareAndSet(false, true)) {
            soon.execute(this::drain);
        }
    }

    private void drain() {
        try {
            while (!queue.isEmpty()) {
                record();
            }
        } finally {
            draining.set(false);
            drainSoon();
        }
    }

    private void record() {
        var batch = new ArrayList<Observation>();
        while (batch.size() < BATCH && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        try {
            recorder.accept(batch);
        } catch (RuntimeException e) {
            // The next checks see the same; keeping these would only fill the memory while the database is away.
            LOG.errorf("%d results could not be recorded: %s", batch.size(), e.getMessage());
        }
    }
}
