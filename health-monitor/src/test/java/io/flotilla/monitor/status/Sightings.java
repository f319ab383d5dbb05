package io.flotilla.monitor.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.outage.Outages;
import io.flotilla.monitor.probe.Fault;
import io.flotilla.monitor.probe.ProbeResult;
import io.flotilla.monitor.record.Recorder;
import io.flotilla.monitor.record.Recorder.Observation;
import io.flotilla.monitor.watch.Watch;
import org.jdbi.v3.core.Handle;

/** Lets the running monitor see what a test wants it to have seen. */
@ApplicationScoped
class Sightings {
    private final Watch watch;
    private final Recorder recorder;
    private final Store store;

    Sightings(Watch watch, Recorder recorder, Store store) {
        this.watch = watch;
        this.recorder = recorder;
        this.store = store;
    }

    void forgetAll() {
        store.<Object, RuntimeException>write(handle -> {
            List.of("notice_line", "notice_certificate", "notice", "outage", "app_health", "result", "rollup",
                    "rolled_up",
                    "maintenance", "certificate")
                    .forEach(table -> handle.execute("DELETE FROM " + table));
            return null;
        });
    }

    /** Checks of an app, the last one now: {@code +} is a good answer, {@code -} a bad one. */
    void see(String app, String results) {
        var watched = watch.fleet().orElseThrow().app(app).orElseThrow();
        var now = Instant.now();
        for (var i = 0; i < results.length(); i++) {
            var at = now.minusMillis(10L * (results.length() - 1 - i));
            recorder.record(List.of(new Observation(watched, results.charAt(i) == '+' ? good(at) : bad(at))));
        }
    }

    /** A past of so many days for an app, with an outage now and then, always the same. */
    void remember(String app, int days) {
        var random = new Random(app.hashCode());
        var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        store.<Object, RuntimeException>write(handle -> {
            for (var day = 1; day <= days; day++) {
                rollup(handle, app, "DAY", today.minus(Duration.ofDays(day)), random);
                if (random.nextInt(20) == 0) {
                    outage(handle, app, today.minus(Duration.ofDays(day)), random.nextInt(200));
                }
            }
            for (var hour = 1; hour < 24 * 30; hour++) {
                rollup(handle, app, "HOUR", today.minus(Duration.ofHours(hour)), random);
            }
            for (var minute = 3; minute < 24 * 60; minute++) {
                rollup(handle, app, "MINUTE",
                        Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(minute)), random);
            }
            return null;
        });
    }

    private static void rollup(Handle handle, String app, String span, Instant begins, Random random) {
        var millis = (int) (60 + 30 * Math.sin(begins.getEpochSecond() / 15_000.0) + random.nextInt(20));
        handle.execute("""
                INSERT INTO rollup (span, app, begins, checks, failures, latency_sum, latency_max)
                VALUES (?, ?, ?, 10, ?, ?, ?)""", span, app, begins.toEpochMilli(), random.nextInt(200) == 0 ? 1 : 0,
                millis * 10L, millis + 40);
    }

    private static void outage(Handle handle, String app, Instant day, int minutes) {
        var began = day.plus(Duration.ofHours(2));
        handle.execute("""
                INSERT INTO outage (id, app, title, url, began, ended, bad_at, bad_seen, remind_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)""", UUID.randomUUID().toString(), app, app,
                "http://localhost:1/" + app, began.toEpochMilli(),
                began.plus(Duration.ofMinutes(minutes + 1)).toEpochMilli(), began.toEpochMilli(),
                "503 Service Unavailable");
    }

    /** The id of the app's open outage. */
    String openOutage(String app) {
        return store.<String, RuntimeException>read(
                handle -> new Outages().openOf(handle, app).orElseThrow().id());
    }

    private static ProbeResult good(Instant at) {
        return new ProbeResult(at, Duration.ofMillis(9), OptionalInt.of(200), Optional.empty(), "200 OK in 9 ms");
    }

    private static ProbeResult bad(Instant at) {
        return new ProbeResult(at, Duration.ofMillis(9), OptionalInt.of(503), Optional.of(Fault.BAD_STATUS),
                "503 Service Unavailable");
    }
}
