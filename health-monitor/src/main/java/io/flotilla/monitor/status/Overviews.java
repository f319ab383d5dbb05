package io.flotilla.monitor.status;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.fleet.WatchedFleet;
import io.flotilla.monitor.judge.Health;
import io.flotilla.monitor.judge.State;
import io.flotilla.monitor.maintenance.Maintenance;
import io.flotilla.monitor.notice.Notices;
import io.flotilla.monitor.outage.HealthRecords;
import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.outage.Outages;
import io.flotilla.monitor.status.Overview.Line;
import io.flotilla.monitor.status.chart.Bars;
import io.flotilla.monitor.watch.Watch;
import org.jdbi.v3.core.Handle;

/** Reads the state of the fleet, as far as somebody may see it. */
@ApplicationScoped
public class Overviews {
    private static final int PAST = 20;
    /** Enough that those which somebody may see are among them. */
    private static final int PAST_OF_ALL = 500;

    private final Watch watch;
    private final Store store;
    private final InstantSource clock;
    private final HealthRecords records = new HealthRecords();
    private final Outages outages = new Outages();
    private final WatchedDays days = new WatchedDays();
    private final Maintenance maintenance = new Maintenance();

    Overviews(Watch watch, Store store, InstantSource clock) {
        this.watch = watch;
        this.store = store;
        this.clock = clock;
    }

    Overview of(WatchedFleet fleet, VisibleApps visible) {
        var now = clock.instant();
        return store.read(handle -> new Overview(now,
                lines(handle, states(fleet, visible, records.all(handle), now), now),
                seen(outages.open(handle), visible),
                seen(outages.past(handle, visible.all() ? PAST : PAST_OF_ALL), visible).stream().limit(PAST).toList(),
                visible.all() ? Notices.troubled(handle, PAST) : List.of(),
                visible.all() ? watch.problems() : List.of(),
                maintenance.all(handle, now).stream().filter(window -> window.covers(now))
                        .filter(window -> window.app().map(visible::contains).orElse(true)).toList(),
                watch.cutOff()));
    }

    private List<Line> lines(Handle handle, List<AppStatus> apps, Instant now) {
        var all = days.read(handle, now);
        return apps.stream().sorted(comparing(app -> rank(app.state())))
                .map(app -> new Line(app, Bars.of(all.of(app)))).toList();
    }

    /** The states alone, in the order of the catalogue. */
    public List<AppStatus> states(WatchedFleet fleet, VisibleApps visible) {
        return store.read(handle -> states(fleet, visible, records.all(handle), clock.instant()));
    }

    private static List<AppStatus> states(WatchedFleet fleet, VisibleApps visible, Map<String, Health> known,
            Instant now) {
        return fleet.apps().values().stream().filter(app -> visible.contains(app.app()))
                .map(app -> AppStatus.of(app, known.getOrDefault(app.app(), Health.UNKNOWN), now)).toList();
    }

    private static int rank(State state) {
        return switch (state) {
            case DOWN -> 0;
            case FAILING -> 1;
            case UNKNOWN, UP -> 2;
        };
    }

    private static List<Outage> seen(List<Outage> all, VisibleApps visible) {
        return all.stream().filter(outage -> visible.contains(outage.app())).toList();
    }
}
