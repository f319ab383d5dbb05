package io.flotilla.monitor.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.catalogue.Problem;
import io.flotilla.monitor.judge.State;
import io.flotilla.monitor.maintenance.MaintenanceWindow;
import io.flotilla.monitor.notice.Notices;
import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.status.chart.Bars;

/**
 * All that the status page shows to one person.
 *
 * @param apps     what is down first, then by the order of the catalogue
 * @param open     outages that last, the newest last
 * @param past     outages that are over, the newest first
 * @param troubled mails that have not gone out; for override groups only, because they name people
 * @param problems why the catalogue that stands there now is not watched; for override groups only
 * @param maintenance under way now
 * @param cutOff   since when the monitor itself has been cut off
 */
public record Overview(
        Instant now,
        List<Line> apps,
        List<Outage> open,
        List<Outage> past,
        List<Notices.Troubled> troubled,
        List<Problem> problems,
        List<MaintenanceWindow> maintenance,
        Optional<Instant> cutOff) {

    /** @param bars how the app has been */
    public record Line(AppStatus app, Bars bars) {}

    public long count(State state) {
        return apps.stream().filter(line -> line.app().state() == state).count();
    }

    /** The worst state of all, as the word that the status tag takes. */
    public String worst() {
        if (count(State.DOWN) > 0) {
            return "down";
        } else if (count(State.FAILING) > 0) {
            return "failing";
        }
        return apps.isEmpty() || count(State.UNKNOWN) > 0 ? "unknown" : "up";
    }

    /** The whole state in one sentence. */
    public String headline() {
        var down = count(State.DOWN);
        var failing = count(State.FAILING);
        var unknown = count(State.UNKNOWN);
        if (down > 0) {
            return down == 1 ? "One app is down" : "%d apps are down".formatted(down);
        } else if (failing > 0) {
            return failing == 1 ? "One app is failing" : "%d apps are failing".formatted(failing);
        } else if (unknown > 0) {
            return unknown == apps.size() ? "Waiting for the first checks" : "%d not checked yet".formatted(unknown);
        }
        return apps.size() == 1 ? "It is up" : "All %d apps are up".formatted(apps.size());
    }
}
