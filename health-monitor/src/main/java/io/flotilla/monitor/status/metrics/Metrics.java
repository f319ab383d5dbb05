package io.flotilla.monitor.status.metrics;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.fleet.WatchedFleet;
import io.flotilla.monitor.judge.State;
import io.flotilla.monitor.outage.HealthRecords;
import io.flotilla.monitor.watch.Watch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** What Prometheus reads at {@code /q/metrics} of the management port; it sees every app, so the port is for this machine only. */
@ApplicationScoped
public class Metrics {
    private final Watch watch;
    private final Store store;
    private final HealthRecords records = new HealthRecords();
    private final MultiGauge up;
    private final MultiGauge latency;
    private final MultiGauge counts;

    Metrics(Watch watch, Store store, MeterRegistry registry) {
        this.watch = watch;
        this.store = store;
        this.up = MultiGauge.builder("flotilla.app.up").description("1 unless the app is down").register(registry);
        this.latency = MultiGauge.builder("flotilla.app.latency").baseUnit("seconds")
                .description("How long the last check took").register(registry);
        this.counts = MultiGauge.builder("flotilla.monitor.rows")
                .description("Open outages, and mails that wait to be sent or are refused for good").register(registry);
        Gauge.builder("flotilla.monitor.stalled", watch, it -> it.stalled().toMillis() / 1000.0).baseUnit("seconds")
                .description("How long the schedule has stood still").register(registry);
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    public void look() {
        watch.fleet().ifPresent(this::look);
    }

    private void look(WatchedFleet fleet) {
        var rows = store.<List<List<Row<?>>>, RuntimeException>read(handle -> List.of(
                records.all(handle).entrySet().stream().filter(app -> fleet.app(app.getKey()).isPresent())
                        .<Row<?>>map(app -> Row.of(app(app.getKey()), app.getValue().state() == State.DOWN ? 0 : 1))
                        .toList(),
                handle.createQuery(
                        "SELECT r.app, r.latency FROM result r JOIN app_health h ON h.app = r.app AND h.last_at = r.at")
                        .<Row<?>>map(
                                (row, context) -> Row.of(app(row.getString("app")), row.getInt("latency") / 1000.0))
                        .list(),
                handle.createQuery("""
                        SELECT 'outages' AS what, count(*) AS n FROM outage WHERE ended IS NULL
                        UNION ALL SELECT 'waiting', count(*) FROM notice WHERE state = 'WAITING'
                        UNION ALL SELECT 'refused', count(*) FROM notice WHERE state = 'PARKED'""")
                        .<Row<?>>map((row, context) -> Row.of(Tags.of("what", row.getString("what")), row.getLong("n")))
                        .list()));
        up.register(rows.get(0), true);
        latency.register(rows.get(1), true);
        counts.register(rows.get(2), true);
    }

    private static Tags app(String key) {
        return Tags.of("app", key);
    }
}
