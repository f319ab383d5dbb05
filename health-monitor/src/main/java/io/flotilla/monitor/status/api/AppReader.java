package io.flotilla.monitor.status.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.history.Days;
import io.flotilla.monitor.history.History;
import io.flotilla.monitor.history.Span;
import io.flotilla.monitor.judge.Health;
import io.flotilla.monitor.maintenance.Maintenance;
import io.flotilla.monitor.outage.HealthRecords;
import io.flotilla.monitor.outage.Outages;
import io.flotilla.monitor.record.CertificateWatch;
import io.flotilla.monitor.status.AppStatus;
import io.flotilla.monitor.status.WatchedDays;
import io.flotilla.monitor.status.api.Callers.Caller;
import org.jdbi.v3.core.Handle;

/** Reads what the API says of apps. */
@ApplicationScoped
class AppReader {
    private static final Duration DAY = Duration.ofDays(1);

    private final Store store;
    private final InstantSource clock;
    private final HealthRecords records = new HealthRecords();
    private final Outages outages = new Outages();
    private final History history = new History();
    private final WatchedDays days = new WatchedDays();
    private final Maintenance maintenance = new Maintenance();

    AppReader(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** In the order of the catalogue. */
    List<Json.App> all(Caller caller) {
        var now = clock.instant();
        return store.read(handle -> {
            var healths = records.all(handle);
            var all = days.read(handle, now);
            return caller.fleet().apps().values().stream()
                    .filter(watched -> caller.visible().contains(watched.app()))
                    .map(watched -> {
                        var health = healths.getOrDefault(watched.app(), Health.UNKNOWN);
                        var status = AppStatus.of(watched, health, now);
                        return Json.App.of(status, kind(watched), all.of(status));
                    }).toList();
        });
    }

    Json.Detail one(Watched watched) {
        var now = clock.instant();
        return store.read(handle -> one(handle, watched, now));
    }

    private Json.Detail one(Handle handle, Watched watched, Instant now) {
        var app = watched.app();
        var status = AppStatus.of(watched, records.of(handle, app), now);
        var past = outages.of(handle, app, Days.first(now));
        var bars = Days.of(history.of(handle, app, Span.DAY, Days.first(now)), status.checkedOn(now), past, now);
        return new Json.Detail(Json.App.of(status, kind(watched), bars),
                bars.days().stream().map(Json.DayOf::of).toList(),
                history.of(handle, app, Span.HOUR, now.minus(DAY)).stream().map(Json.Latency::of).toList(),
                past.stream().map(Json.OutageOf::of).toList(), CertificateWatch.expiryOf(handle, app).orElse(null),
                maintenance.all(handle, now).stream().filter(window -> window.coversApp(app))
                        .map(window -> Json.Window.of(window, now)).toList());
    }

    private static String kind(Watched watched) {
        return watched.kind().name().toLowerCase(Locale.ROOT);
    }
}
