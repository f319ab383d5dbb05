package io.flotilla.monitor.status.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.history.Days;
import io.flotilla.monitor.history.History;
import io.flotilla.monitor.history.Span;
import io.flotilla.monitor.maintenance.Maintenance;
import io.flotilla.monitor.outage.HealthRecords;
import io.flotilla.monitor.outage.Outages;
import io.flotilla.monitor.record.CertificateWatch;
import io.flotilla.monitor.status.AppStatus;
import io.flotilla.monitor.status.chart.Bars;
import io.flotilla.monitor.status.chart.LatencyChart;
import io.flotilla.monitor.status.feed.TokenLinks;
import org.jdbi.v3.core.Handle;

/** Reads all that one app's page shows. */
@ApplicationScoped
class AppViews {
    private static final int OUTAGES = 50;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Store store;
    private final InstantSource clock;
    private final TokenLinks links;
    private final HealthRecords records = new HealthRecords();
    private final Outages outages = new Outages();
    private final History history = new History();
    private final Maintenance maintenance = new Maintenance();

    AppViews(Store store, InstantSource clock, TokenLinks links) {
        this.store = store;
        this.clock = clock;
        this.links = links;
    }

    AppView of(Watched watched) {
        var now = clock.instant();
        var badge = links.badge(watched.app());
        var feed = links.feed(watched.app());
        return store.read(handle -> view(handle, watched, now, badge, feed));
    }

    private AppView view(Handle handle, Watched watched, Instant now, String badge, String feed) {
        var app = watched.app();
        var status = AppStatus.of(watched, records.of(handle, app), now);
        var past = outages.of(handle, app, Days.first(now));
        var days = Days.of(history.of(handle, app, Span.DAY, Days.first(now)), status.checkedOn(now), past, now);
        return new AppView(status, watched.check().url().toString(), now, Bars.of(days),
                LatencyChart.of(history.of(handle, app, Span.MINUTE, now.minus(DAY)), Duration.ofMinutes(10),
                        now.minus(DAY), now, Duration.ofHours(4), "HH:mm"),
                LatencyChart.of(history.of(handle, app, Span.HOUR, now.minus(MONTH)), Duration.ofHours(6),
                        now.minus(MONTH), now, Duration.ofDays(5), "d MMM"),
                past.stream().limit(OUTAGES).toList(), CertificateWatch.expiryOf(handle, app),
                maintenance.all(handle, now).stream().filter(window -> window.coversApp(app)).toList(), badge, feed);
    }
}
