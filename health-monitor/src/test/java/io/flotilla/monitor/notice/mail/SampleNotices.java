package io.flotilla.monitor.notice.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.flotilla.monitor.judge.Sighting;
import io.flotilla.monitor.notice.CertificateWarning;
import io.flotilla.monitor.notice.Notice;
import io.flotilla.monitor.notice.Notice.Kind;
import io.flotilla.monitor.notice.Notice.Line;
import io.flotilla.monitor.outage.Outage;

/** Notices to try the mails with. */
final class SampleNotices {
    static final Instant BEGAN = Instant.parse("2026-11-24T10:02:13Z");

    private SampleNotices() {}

    static Notice of(Line... lines) {
        return new Notice("n1", "lead@example.com", "fleet@example.com", "n1@example.com", List.of(), List.of(lines),
                List.of(), BEGAN, 1, Optional.empty());
    }

    static Notice expiring(Line... lines) {
        var warning = new CertificateWarning("labs.example.com", BEGAN.plus(Duration.ofHours(7 * 24 - 1)), 7, BEGAN);
        return new Notice("n1", "lead@example.com", "fleet@example.com", "n1@example.com", List.of(), List.of(lines),
                List.of(warning), BEGAN, 1, Optional.empty());
    }

    static Line rolling(String title, boolean running) {
        return new Line(outage(title, Optional.empty(), new Outage.Circumstances(Optional.empty(), Optional.empty(),
                Optional.of("to beefed, begun by ana: waits"), running)), Kind.OUTAGE, BEGAN);
    }

    static Line down(String title) {
        return new Line(outage(title, Optional.empty()), Kind.OUTAGE, BEGAN);
    }

    static Line still(String title, Duration after) {
        return new Line(outage(title, Optional.empty()), Kind.REMINDER, BEGAN.plus(after));
    }

    static Line back(String title, Duration after) {
        return over(title, after, false, Optional.of("200 OK in 43 ms"));
    }

    static Line gone(String title, Duration after) {
        return over(title, after, true, Optional.empty());
    }

    /** The outage line of an outage that has ended since. */
    static Line wasDown(String title, Duration after) {
        return new Line(back(title, after).outage(), Kind.OUTAGE, BEGAN);
    }

    static Notice many(int apps) {
        return of(Stream.iterate(1, i -> i + 1).limit(apps).map(i -> down("App " + i)).toArray(Line[]::new));
    }

    private static Line over(String title, Duration after, boolean departed, Optional<String> seen) {
        var ending = new Outage.Ending(BEGAN.plus(after), departed, seen);
        return new Line(outage(title, Optional.of(ending)), Kind.RECOVERY, BEGAN.plus(after));
    }

    private static Outage outage(String title, Optional<Outage.Ending> ending) {
        return outage(title, ending, Outage.Circumstances.NONE);
    }

    private static Outage outage(String title, Optional<Outage.Ending> ending, Outage.Circumstances circumstances) {
        return new Outage("outage of " + title, title, title, "https://labs.example.com/portal_lms/", BEGAN, ending,
                Optional.of(new Sighting(BEGAN.minusSeconds(180), "200 OK in 43 ms")),
                new Sighting(BEGAN.minusSeconds(120), "503 Service Unavailable"), 0, circumstances,
                Optional.empty());
    }
}
