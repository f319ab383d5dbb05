package io.flotilla.deployer.local.group;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import io.flotilla.deployer.local.gateway.Route;
import io.flotilla.deployer.local.process.LogTail;

/** Why an app's instances are away, for how long, and what is said of it. */
final class Absences {
    private static final int LINES = 30;

    private final Duration away;
    private Route.Absence absence;
    private Instant until = Instant.MIN;
    private boolean mending;

    Absences(Duration away, Instant now) {
        this.away = away;
        this.absence = new Route.Absence(true, now, "This page asks again by itself.");
    }

    Route.Absence now() {
        return absence;
    }

    /** Whether a process may be started now. */
    boolean areOver(Instant now) {
        return !now.isBefore(until);
    }

    /** An instance ended by itself; another comes after a while. The sentence says so. */
    String begin(Instant now, String how) {
        until = now.plus(away);
        mending = true;
        var plan = "it is started again at %s, or when Enter is pressed in the terminal of the fleet"
                .formatted(LocalTime.ofInstant(until, ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
        absence = new Route.Absence(false, now, "Its process %s; %s.".formatted(how, plan));
        return how + "; " + plan;
    }

    void end() {
        until = Instant.MIN;
    }

    void starting(Instant now) {
        absence = new Route.Absence(true, now, "This page asks again by itself.");
    }

    /** Whether the instance that became ready makes up for one that ended. */
    boolean mended() {
        var was = mending;
        mending = false;
        return was;
    }

    static String tail(Path log) {
        var lines = LogTail.of(log, LINES);
        return lines.isEmpty()
                ? "; its log %s is empty".formatted(log)
                : "; the end of %s:%n    %s".formatted(log, String.join(System.lineSeparator() + "    ", lines));
    }
}
