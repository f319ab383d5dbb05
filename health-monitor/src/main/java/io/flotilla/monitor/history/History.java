package io.flotilla.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jdbi.v3.core.Handle;

/**
 * What checks have seen: every result for a day, then sums of ever longer spans, so that the room it takes has a bound. Every
 * method works in the transaction of the handle that it is given.
 */
public final class History {
    private static final Duration RAW = Duration.ofDays(1);
    /** A result may be written down some time after its check began. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** What one check of an app came to. */
    public record Result(String app, Instant at, Duration latency, boolean good) {}

    public void add(Handle handle, Collection<Result> results) {
        if (results.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                INSERT INTO result (app, at, latency, good) VALUES (:app, :at, :latency, :good)
                ON CONFLICT (app, at) DO NOTHING""");
        results.forEach(result -> batch.bind("app", result.app())
                .bind("at", result.at().toEpochMilli())
                .bind("latency", (int) Math.min(Integer.MAX_VALUE, result.latency().toMillis()))
                .bind("good", result.good() ? 1 : 0)
                .add());
        batch.execute();
    }

    /** Sums up what has become complete since the last time, and forgets what is old; as often as you like. */
    public void tidy(Handle handle, Instant now) {
        sumResults(handle, now.minus(SETTLED));
        sum(handle, Span.MINUTE, Span.HOUR);
        sum(handle, Span.HOUR, Span.DAY);
        handle.createUpdate("DELETE FROM result WHERE at < :before")
                .bind("before", now.minus(RAW).toEpochMilli()).execute();
        for (var span : Span.values()) {
            handle.createUpdate("DELETE FROM rollup WHERE span = :span AND begins < :before")
                    .bind("span", span.name())
                    .bind("before", now.minus(span.kept()).toEpochMilli()).execute();
        }
    }

    /** The sums of one app, oldest first. */
    public List<Rollup> of(Handle handle, String app, Span span, Instant from) {
        return handle.createQuery(
                "SELECT * FROM rollup WHERE span = :span AND app = :app AND begins >= :from ORDER BY begins")
                .bind("span", span.name())
                .bind("app", app)
                .bind("from", from.toEpochMilli())
                .map(Rollup::read).list();
    }

    /** The sums of all apps, by app and then oldest first. */
    public List<Rollup> of(Handle handle, Span span, Instant from) {
        return handle.createQuery(
                "SELECT * FROM rollup WHERE span = :span AND begins >= :from ORDER BY app, begins")
                .bind("span", span.name())
                .bind("from", from.toEpochMilli())
                .map(Rollup::read).list();
    }

    private void sumResults(Handle handle, Instant settled) {
        var until = floor(settled.toEpochMilli(), Span.MINUTE);
        var from = rolledUp(handle, Span.MINUTE, "SELECT min(at) FROM result");
        if (from >= until) {
            return;
        }
        handle.createUpdate("""
                INSERT INTO rollup (span, app, begins, checks, failures, latency_sum, latency_max)
                SELECT 'MINUTE', app, at / 60000 * 60000, count(*), sum(1 - good), sum(latency * good), max(latency * good)
                FROM result WHERE at >= :from AND at < :until GROUP BY app, at / 60000 * 60000
                ON CONFLICT (span, app, begins) DO NOTHING""")
                .bind("from", from)
                .bind("until", until)
                .execute();
        done(handle, Span.MINUTE, until);
    }

    private void sum(Handle handle, Span shorter, Span longer) {
        var complete = rolledUp(handle, shorter, "SELECT 0");
        var until = floor(complete, longer);
        var from = rolledUp(handle, longer, "SELECT min(begins) FROM rollup WHERE span = '" + shorter.name() + "'");
        if (from >= until) {
            return;
        }
        var slot = "begins / %1$d * %1$d".formatted(longer.length().toMillis());
        handle.createUpdate("""
                INSERT INTO rollup (span, app, begins, checks, failures, latency_sum, latency_max)
                SELECT '%s', app, %s, sum(checks), sum(failures), sum(latency_sum), max(latency_max)
                FROM rollup WHERE span = '%s' AND begins >= :from AND begins < :until GROUP BY app, %s
                ON CONFLICT (span, app, begins) DO NOTHING""".formatted(longer, slot, shorter, slot))
                .bind("from", from)
                .bind("until", until)
                .execute();
        done(handle, longer, until);
    }

    /** Up to when a span has been summed up; if never, what {@code first} finds, and if that is nothing, for ever. */
    private static long rolledUp(Handle handle, Span span, String first) {
        return handle.createQuery("SELECT until FROM rolled_up WHERE span = :span")
                .bind("span", span.name())
                .mapTo(Long.class).findOne()
                .or(() -> handle.createQuery(first).mapTo(Long.class).findOne())
                .map(begins -> floor(begins, span))
                .orElse(Long.MAX_VALUE);
    }

    private static void done(Handle handle, Span span, long until) {
        handle.createUpdate("""
                INSERT INTO rolled_up (span, until) VALUES (:span, :until)
                ON CONFLICT (span) DO UPDATE SET until = excluded.until""")
                .bind("span", span.name())
                .bind("until", until)
                .execute();
    }

    private static long floor(long at, Span span) {
        return Math.floorDiv(at, span.length().toMillis()) * span.length().toMillis();
    }
}
