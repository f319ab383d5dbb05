package io.flotilla.monitor.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.probe.Fault;
import io.flotilla.monitor.probe.ProbeResult;
import io.flotilla.monitor.record.Recorder;
import io.flotilla.monitor.record.Recorder.Observation;
import io.flotilla.monitor.watch.Watch;

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
            List.of("notice_line", "notice", "outage", "app_health")
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

    private static ProbeResult good(Instant at) {
        return new ProbeResult(at, Duration.ofMillis(9), OptionalInt.of(200), Optional.empty(), "200 OK in 9 ms");
    }

    private static ProbeResult bad(Instant at) {
        return new ProbeResult(at, Duration.ofMillis(9), OptionalInt.of(503), Optional.of(Fault.BAD_STATUS),
                "503 Service Unavailable");
    }
}
