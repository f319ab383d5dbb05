package io.flotilla.monitor.status.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.fleet.WatchedFleet;
import io.flotilla.monitor.watch.Watch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * What Prometheus reads at {@code /q/metrics} of the management port; it sees every app, so the port is for this machine
 * only. Gauges are made anew only when the fleet changes, and the database is read only when somebody asks.
 */
@ApplicationScoped
public class Metrics {
    private static final List<String> COUNTED = List.of("outages", "waiting", "refused");

    private final Watch watch;
    private final Store store;
    private final MultiGauge up;
    private final MultiGauge latency;
    private Optional<WatchedFleet> registered = Optional.empty();
    private volatile Seen seen;

    Metrics(Watch watch, Store store, MeterRegistry registry) {
        this.watch = watch;
        this.store = store;
        this.up = MultiGauge.builder("flotilla.app.up").description("1 unless the app is down").register(registry);
        this.latency = MultiGauge.builder("flotilla.app.latency").baseUnit("seconds")
                .description("How long the last check took").register(registry);
        COUNTED.forEach(what -> Gauge.builder("flotilla.monitor.rows", this, it -> it.seen().count(what))
                .tag("what", what).description("Open outages, and mails that wait to be sent or are refused for good")
                .register(registry));
        Gauge.builder("flotilla.monitor.stalled", watch, it -> it.stalled().toMillis() / 1000.0).baseUnit("seconds")
                .description("How long the schedule has stood still").register(registry);
    }

    /** From now on whoever asks reads the database again. */
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    public void look() {
        seen = null;
        var fleet = watch.fleet();
        if (!fleet.map(WatchedFleet::apps).equals(registered.map(WatchedFleet::apps))) {
            var apps = fleet.orElseThrow().apps().keySet();
            up.register(rows(apps, Seen::up), true);
            latency.register(rows(apps, Seen::latency), true);
            registered = fleet;
        }
    }

    private Seen seen() {
        var known = seen;
        if (known == null) {
            known = store.<Seen, RuntimeException>read(Seen::read);
            seen = known;
        }
        return known;
    }

    private List<Row<?>> rows(Collection<String> apps, ToDoubleBiFunction<Seen, String> value) {
        return apps.stream()
                .<Row<?>>map(app -> Row.of(Tags.of("app", app), () -> value.applyAsDouble(seen(), app))).toList();
    }
}
