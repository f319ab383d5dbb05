package io.flotilla.monitor.status.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.flotilla.monitor.history.Day;
import io.flotilla.monitor.history.Days;
import io.flotilla.monitor.history.Rollup;
import io.flotilla.monitor.judge.Sighting;
import io.flotilla.monitor.maintenance.MaintenanceWindow;
import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.status.AppStatus;

/**
 * What the API says, field by field; docs/monitor.md documents it. Fields may be added within a version, and none is taken
 * away or changes its meaning. What is not known is null. Times are UTC as in ISO 8601.
 */
public final class Json {
    private Json() {}

    /** @param seen in words */
    public record Seen(Instant at, String seen) {
        static Seen of(Sighting sighting) {
            return new Seen(sighting.at(), sighting.seen());
        }
    }

    /**
     * @param kind          {@code app}, {@code endpoint} (listed outside the fleet) or {@code shared} (what all apps need)
     * @param state         {@code up}, {@code failing}, {@code down} or {@code unknown}
     * @param uptimePercent of the last 90 days
     */
    public record App(String app, String title, String url, String kind, String state, Instant since, Seen lastCheck,
            Double uptimePercent) {
        static App of(AppStatus status, String kind, Days days) {
            var uptime = days.hundredths();
            return new App(status.app(), status.title(), status.url(), kind, status.state().word(),
                    status.since().orElse(null), status.last().map(Seen::of).orElse(null),
                    uptime.isPresent() ? uptime.getAsLong() / 100.0 : null);
        }
    }

    /** @param state {@code up}, {@code failing} (down for less than an hour), {@code down} or {@code unknown} */
    public record DayOf(LocalDate date, String state, long downSeconds, int outages) {
        static DayOf of(Day day) {
            return new DayOf(day.date(), day.state(), day.down().toSeconds(), day.outages());
        }
    }

    /** @param meanMillis of the good answers; null if there was none */
    public record Latency(Instant begins, int checks, int failures, Double meanMillis, int maxMillis) {
        static Latency of(Rollup sum) {
            var mean = sum.latency();
            return new Latency(sum.begins(), sum.checks(), sum.failures(),
                    mean.isPresent() ? Math.round(mean.getAsDouble() * 10) / 10.0 : null, sum.latencyMax());
        }
    }

    /** @param until nobody is reminded before */
    public record Acknowledged(String by, Instant at, Instant until) {}

    /**
     * @param ended    null while it lasts
     * @param heldBy   why nobody is mailed: {@code maintenance}, or the key of what is down too
     * @param departed whether it ended because the app left the catalogue
     */
    public record OutageOf(String id, String app, String title, Instant began, Instant ended, boolean departed,
            Seen firstBad, Seen lastGood, String heldBy, String rollout, Acknowledged acknowledged) {
        static OutageOf of(Outage outage) {
            return new OutageOf(outage.id(), outage.app(), outage.title(), outage.began(),
                    outage.ending().map(Outage.Ending::at).orElse(null),
                    outage.ending().filter(Outage.Ending::departed).isPresent(), Seen.of(outage.firstBad()),
                    outage.lastGood().map(Seen::of).orElse(null), outage.circumstances().heldBy().orElse(null),
                    outage.circumstances().rollout().orElse(null),
                    outage.acknowledgement().map(it -> new Acknowledged(it.by(), it.at(), it.until())).orElse(null));
        }
    }

    /**
     * @param app     null for everything
     * @param starts  the first time, if it repeats
     * @param until   the end of the first time
     * @param repeats {@code once}, {@code daily} or {@code weekly}
     * @param zone    where a repeated one keeps its hour
     */
    public record Window(String id, String app, String reason, Instant starts, Instant until, String repeats,
            String zone, String madeBy, boolean running) {
        static Window of(MaintenanceWindow window, Instant now) {
            return new Window(window.id(), window.app().orElse(null), window.reason(), window.starts(),
                    window.until(), window.repeats().word(), window.zone().getId(), window.madeBy(),
                    window.covers(now));
        }
    }

    /**
     * @param days        the last 90, oldest first
     * @param latency     the last 24 hours, oldest first
     * @param outages     those of the last 90 days, newest first
     * @param certificate when it runs out
     */
    public record Detail(App app, List<DayOf> days, List<Latency> latency, List<OutageOf> outages,
            Instant certificate, List<Window> maintenance) {}
}
