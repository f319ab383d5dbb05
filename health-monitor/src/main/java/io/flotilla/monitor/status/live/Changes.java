package io.flotilla.monitor.status.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.watch.Watch;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;

/**
 * Notices that pages have become old. It looks into the database, because another monitor may have written there, but only
 * while somebody has a page open.
 */
@ApplicationScoped
class Changes {
    private final Store store;
    private final Watch watch;
    private final BroadcastProcessor<String> versions = BroadcastProcessor.create();
    private final AtomicInteger listeners = new AtomicInteger();
    private volatile String last = "";

    Changes(Store store, Watch watch) {
        this.store = store;
        this.watch = watch;
    }

    /** A new version whenever something has changed; what a slow reader misses the next one makes good. */
    Multi<String> stream() {
        return versions.onOverflow().dropPreviousItems()
                .onSubscription().invoke(listeners::incrementAndGet)
                .onTermination().invoke(listeners::decrementAndGet);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (listeners.get() > 0) {
            var now = version();
            if (!now.equals(last)) {
                last = now;
                versions.onNext(now);
            }
        }
    }

    /** The states, the open outages, the mails in trouble, and our own. */
    private String version() {
        var rows = store.<List<String>, RuntimeException>read(handle -> handle.createQuery("""
                SELECT app || state || coalesce(since, 0) FROM app_health
                UNION ALL SELECT id || coalesce(ack_until, 0) || coalesce(held_by, '') FROM outage WHERE ended IS NULL
                UNION ALL SELECT id || attempts FROM notice WHERE state = 'PARKED' OR trouble IS NOT NULL
                UNION ALL SELECT id FROM maintenance WHERE removed IS NULL
                ORDER BY 1""").mapTo(String.class).list());
        return Integer.toHexString(rows.hashCode()) + Integer.toHexString(watch.cutOff().hashCode())
                + Integer.toHexString(watch.problems().hashCode());
    }
}
