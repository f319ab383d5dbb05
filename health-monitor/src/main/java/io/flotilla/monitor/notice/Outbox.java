package io.flotilla.monitor.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.notice.Notice.Kind;
import org.jdbi.v3.core.Handle;

/**
 * The notices: written with the outage in one transaction, sent after. What happens within the gathering time of a
 * recipient's first line joins that line's notice.
 */
public final class Outbox {
    private final Store store;
    private final Duration gather;
    private final Supplier<String> ids;

    /**
     * @param gather how long changes gather before they are sent as one mail
     * @param ids    never the same twice, and fit for a message id
     */
    public Outbox(Store store, Duration gather, Supplier<String> ids) {
        this.store = store;
        this.gather = gather;
        this.ids = ids;
    }

    /** Writes a line for each recipient, in the caller's transaction. */
    public void tell(Handle handle, String sender, List<String> recipients, String outage, Kind kind, Instant now) {
        for (var recipient : recipients) {
            var notice = open(handle, sender, recipient, now);
            handle.createUpdate("""
                    INSERT INTO notice_line (notice, outage, kind, at) VALUES (:notice, :outage, :kind, :at)
                    ON CONFLICT (notice, outage, kind) DO NOTHING""")
                    .bind("notice", notice)
                    .bind("outage", outage)
                    .bind("kind", kind.name())
                    .bind("at", now.toEpochMilli())
                    .execute();
        }
    }

    /** Writes of a certificate to each recipient, in the caller's transaction. */
    public void warn(Handle handle, String sender, List<String> recipients, CertificateWarning warning) {
        for (var recipient : recipients) {
            handle.createUpdate("""
                    INSERT INTO notice_certificate (notice, host, expires, days, at)
                    VALUES (:notice, :host, :expires, :days, :at) ON CONFLICT (notice, host) DO NOTHING""")
                    .bind("notice", open(handle, sender, recipient, warning.at()))
                    .bind("host", warning.host())
                    .bind("expires", warning.expires().toEpochMilli())
                    .bind("days", warning.days())
                    .bind("at", warning.at().toEpochMilli())
                    .execute();
        }
    }

    /** Those who were told of an outage, whether or not the mail has gone out yet. */
    public List<String> toldOf(Handle handle, String outage) {
        return handle.createQuery("""
                SELECT DISTINCT n.recipient FROM notice n JOIN notice_line l ON l.notice = n.id
                WHERE l.outage = :outage AND l.kind = 'OUTAGE' ORDER BY n.recipient""")
                .bind("outage", outage)
                .mapTo(String.class).list();
    }

    /** Those of whom some line about an outage still waits to be sent. */
    public List<String> waitingFor(Handle handle, String outage) {
        return handle.createQuery("""
                SELECT DISTINCT n.recipient FROM notice n JOIN notice_line l ON l.notice = n.id
                WHERE l.outage = :outage AND n.state = 'WAITING'""")
                .bind("outage", outage)
                .mapTo(String.class).list();
    }

    /**
     * Claims notices that are due, at most one of each recipient and the oldest first, so that nobody hears of a recovery
     * before the outage. A claim that is not settled by {@code until} may be taken over: its holder has died.
     */
    public List<Claimed> claim(Instant now, Instant until, int limit) {
        return store.write(handle -> due(handle, now, limit).stream()
                .map(id -> claim(handle, id, now, until))
                .flatMap(Optional::stream)
                .toList());
    }

    /** A notice that this program may send now. */
    public record Claimed(Notice notice, String claim) {}

    public void sent(Claimed claimed, Instant now) {
        settle(claimed.notice().id(), "SENT", null, now);
    }

    /** Puts a notice aside that will never be taken; it is shown, and not tried again. */
    public void parked(Claimed claimed, String why, Instant now) {
        settle(claimed.notice().id(), "PARKED", why, now);
    }

    public void deferred(Claimed claimed, String why, Instant next) {
        store.write(handle -> handle.createUpdate("""
                UPDATE notice SET due = :next, trouble = :why, claim = NULL, claimed_until = NULL
                WHERE id = :id AND state = 'WAITING' AND claim = :claim""")
                .bind("id", claimed.notice().id())
                .bind("claim", claimed.claim())
                .bind("next", next.toEpochMilli())
                .bind("why", why)
                .execute());
    }

    private String open(Handle handle, String sender, String recipient, Instant now) {
        return gathering(handle, recipient, now).orElseGet(() -> create(handle, sender, recipient, now));
    }

    /** The update takes the row's lock, so that no sender claims the notice between this and the new line. */
    private Optional<String> gathering(Handle handle, String recipient, Instant now) {
        return handle.createQuery("""
                UPDATE notice SET attempts = 0
                WHERE recipient = :recipient AND state = 'WAITING' AND attempts = 0 AND claim IS NULL AND due > :now
                RETURNING id""")
                .bind("recipient", recipient)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class).list().stream().findFirst();
    }

    private String create(Handle handle, String sender, String recipient, Instant now) {
        var id = ids.get();
        handle.createUpdate("""
                INSERT INTO notice (id, recipient, sender, message_id, state, made, due, attempts)
                VALUES (:id, :recipient, :sender, :messageId, 'WAITING', :made, :due, 0)""")
                .bind("id", id)
                .bind("recipient", recipient)
                .bind("sender", sender)
                .bind("messageId", id + "@" + domain(sender))
                .bind("made", now.toEpochMilli())
                .bind("due", now.plus(gather).toEpochMilli())
                .execute();
        return id;
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }

    private static List<String> due(Handle handle, Instant now, int limit) {
        return handle.createQuery("""
                SELECT n.id FROM notice n
                WHERE n.state = 'WAITING' AND n.due <= :now AND (n.claimed_until IS NULL OR n.claimed_until <= :now)
                  AND NOT EXISTS (SELECT 1 FROM notice e
                      WHERE e.recipient = n.recipient AND e.state = 'WAITING'
                        AND (e.made < n.made OR (e.made = n.made AND e.id < n.id)))
                ORDER BY n.made, n.id LIMIT :limit""")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .mapTo(String.class).list();
    }

    private Optional<Claimed> claim(Handle handle, String id, Instant now, Instant until) {
        var claim = ids.get();
        var mine = handle.createUpdate("""
                UPDATE notice SET claim = :claim, claimed_until = :until, attempts = attempts + 1
                WHERE id = :id AND state = 'WAITING' AND due <= :now
                  AND (claimed_until IS NULL OR claimed_until <= :now)""")
                .bind("id", id)
                .bind("claim", claim)
                .bind("until", until.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute() == 1;
        return mine ? Optional.of(new Claimed(Notices.read(handle, id), claim)) : Optional.empty();
    }

    /** An accepted mail is sent, whoever holds the claim by now. */
    private void settle(String id, String state, String trouble, Instant now) {
        store.write(handle -> handle.createUpdate("""
                UPDATE notice SET state = :state, trouble = :trouble, settled = :now, claim = NULL, claimed_until = NULL
                WHERE id = :id AND state = 'WAITING'""")
                .bind("id", id)
                .bind("state", state)
                .bind("trouble", trouble)
                .bind("now", now.toEpochMilli())
                .execute());
    }
}
