package io.flotilla.portal.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.store.Store;
import org.jdbi.v3.core.Handle;

/** Mails: written with what they tell of in one transaction, sent after, at least once. */
@ApplicationScoped
public class Outbox {
    /** Sent mails are kept for questions, not for ever. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Store store;

    Outbox(Store store) {
        this.store = store;
    }

    /** What somebody is told; {@code html} loads nothing. */
    public record Letter(String recipient, String subject, String text, String html) {}

    /**
     * A letter that may be sent now.
     *
     * @param id       the same at every attempt, and so is the message id made of it
     * @param attempts how often it was tried, this attempt included
     */
    record Due(String id, Letter letter, int attempts) {}

    /** Writes a letter, in the caller's transaction. */
    public void write(Handle handle, Letter letter, Instant now) {
        handle.createUpdate("""
                INSERT INTO mail (id, recipient, subject, body_text, body_html, state, made, due, attempts)
                VALUES (:id, :recipient, :subject, :text, :html, 'WAITING', :now, :now, 0)""")
                .bind("id", UUID.randomUUID().toString()).bind("recipient", letter.recipient())
                .bind("subject", letter.subject().replaceAll("\\p{Cntrl}+", " ").strip())
                .bind("text", letter.text()).bind("html", letter.html()).bind("now", now.toEpochMilli()).execute();
    }

    /**
     * Claims letters that are due, the oldest first. One that is not settled by {@code until} may be claimed again: its holder
     * has died.
     */
    List<Due> claim(Instant now, Instant until, int limit) {
        return store.write(handle -> handle.createQuery("""
                UPDATE mail SET claimed_until = :until, attempts = attempts + 1 WHERE id IN (
                    SELECT id FROM mail WHERE state = 'WAITING' AND due <= :now
                        AND (claimed_until IS NULL OR claimed_until <= :now) ORDER BY made, id LIMIT :limit)
                RETURNING *""")
                .bind("until", until.toEpochMilli()).bind("now", now.toEpochMilli()).bind("limit", limit)
                .map((row, context) -> new Due(row.getString("id"),
                        new Letter(row.getString("recipient"), row.getString("subject"), row.getString("body_text"),
                                row.getString("body_html")),
                        row.getInt("attempts")))
                .list());
    }

    void sent(String id, Instant now) {
        settle(id, "SENT", null, now);
    }

    /** Puts a letter aside that will never be taken. */
    void parked(String id, String why, Instant now) {
        settle(id, "PARKED", why, now);
    }

    void deferred(String id, String why, Instant next) {
        store.write(handle -> handle.createUpdate("""
                UPDATE mail SET due = :next, trouble = :why, claimed_until = NULL
                WHERE id = :id AND state = 'WAITING'""")
                .bind("id", id).bind("next", next.toEpochMilli()).bind("why", why).execute());
    }

    private void settle(String id, String state, String trouble, Instant now) {
        store.write(handle -> {
            handle.createUpdate("DELETE FROM mail WHERE state <> 'WAITING' AND settled < :old")
                    .bind("old", now.minus(KEPT).toEpochMilli()).execute();
            return handle.createUpdate("""
                    UPDATE mail SET state = :state, trouble = :trouble, settled = :now, claimed_until = NULL
                    WHERE id = :id AND state = 'WAITING'""")
                    .bind("id", id).bind("state", state).bind("trouble", trouble).bind("now", now.toEpochMilli())
                    .execute();
        });
    }
}
