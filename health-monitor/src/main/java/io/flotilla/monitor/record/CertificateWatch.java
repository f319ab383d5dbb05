package io.flotilla.monitor.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.fleet.Watched.Kind;
import io.flotilla.monitor.notice.CertificateWarning;
import io.flotilla.monitor.notice.Outbox;
import org.jdbi.v3.core.Handle;

/**
 * Warns when a certificate is about to run out, once for each of {@link #DAYS}. All apps of an environment share the load
 * balancer's, so it is looked at there, and not once for each of them.
 */
public final class CertificateWatch {
    /** Time to order a new one; time to hurry; the last day. */
    private static final List<Integer> DAYS = List.of(1, 7, 21);
    private static final int NOT_WARNED = Integer.MAX_VALUE;

    private final Outbox outbox;

    CertificateWatch(Outbox outbox) {
        this.outbox = outbox;
    }

    private record Known(Instant expires, int warned) {}

    void seen(Handle handle, Watched watched, Instant expires, Instant now) {
        if (watched.kind() == Kind.APP) {
            return;
        }
        var known = known(handle, watched.app());
        var warned = known.filter(it -> it.expires().equals(expires)).map(Known::warned).orElse(NOT_WARNED);
        var stage = stage(Duration.between(now, expires));
        if (stage < warned) {
            outbox.warn(handle, watched.sender(), watched.recipients(),
                    new CertificateWarning(watched.check().url().getAuthority(), expires, stage, now));
        }
        var fresh = new Known(expires, Math.min(stage, warned));
        if (!known.equals(Optional.of(fresh))) {
            remember(handle, watched.app(), fresh);
        }
    }

    /** The smallest number of days that it is within. */
    private static int stage(Duration left) {
        return DAYS.stream().filter(days -> left.compareTo(Duration.ofDays(days)) <= 0).findFirst().orElse(NOT_WARNED);
    }

    /** When the certificate of something watched runs out, as far as anybody has seen it. */
    public static Optional<Instant> expiryOf(Handle handle, String app) {
        return known(handle, app).map(Known::expires);
    }

    private static Optional<Known> known(Handle handle, String app) {
        return handle.createQuery("SELECT expires, warned FROM certificate WHERE app = :app")
                .bind("app", app)
                .map((row, context) -> new Known(Instant.ofEpochMilli(row.getLong("expires")), row.getInt("warned")))
                .findOne();
    }

    private static void remember(Handle handle, String app, Known known) {
        handle.createUpdate("""
                INSERT INTO certificate (app, expires, warned) VALUES (:app, :expires, :warned)
                ON CONFLICT (app) DO UPDATE SET expires = excluded.expires, warned = excluded.warned""")
                .bind("app", app)
                .bind("expires", known.expires().toEpochMilli())
                .bind("warned", known.warned())
                .execute();
    }
}
