package io.flotilla.monitor.outage;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.flotilla.monitor.judge.Sighting;
import org.jdbi.v3.core.Handle;

/** The outages, open and past. Every method works in the transaction of the handle that it is given. */
public final class Outages {

    /** Opens one. The database refuses a second open outage of the same app. */
    public void open(Handle handle, Outage outage, Instant firstReminder) {
        handle.createUpdate("""
                INSERT INTO outage (id, app, title, url, began, good_at, good_seen, bad_at, bad_seen, remind_at,
                    held_by, behind, rollout, rolling)
                VALUES (:id, :app, :title, :url, :began, :goodAt, :goodSeen, :badAt, :badSeen, :remindAt,
                    :heldBy, :behind, :rollout, :rolling)""")
                .bind("id", outage.id())
                .bind("app", outage.app())
                .bind("title", outage.title())
                .bind("url", outage.url())
                .bind("began", outage.began().toEpochMilli())
                .bind("goodAt", outage.lastGood().map(seen -> seen.at().toEpochMilli()).orElse(null))
                .bind("goodSeen", outage.lastGood().map(Sighting::seen).orElse(null))
                .bind("badAt", outage.firstBad().at().toEpochMilli())
                .bind("badSeen", outage.firstBad().seen())
                .bind("remindAt", firstReminder.toEpochMilli())
                .bind("heldBy", outage.circumstances().heldBy().orElse(null))
                .bind("behind", outage.circumstances().behind().orElse(null))
                .bind("rollout", outage.circumstances().rollout().orElse(null))
                .bind("rolling", outage.circumstances().rolling() ? 1 : 0)
                .execute();
    }

    /** What kept an outage from being told is over, and it is not. */
    public void release(Handle handle, String id, Instant firstReminder) {
        handle.createUpdate("UPDATE outage SET held_by = NULL, reminders = 0, remind_at = :next WHERE id = :id")
                .bind("id", id)
                .bind("next", firstReminder.toEpochMilli())
                .execute();
    }

    /** Somebody takes care of an outage; false if it is over. */
    public boolean acknowledge(Handle handle, String id, Outage.Acknowledgement acknowledgement) {
        return handle.createUpdate("""
                UPDATE outage SET ack_by = :by, ack_at = :at, ack_until = :until,
                    remind_at = CASE WHEN remind_at > :until THEN remind_at ELSE :until END
                WHERE id = :id AND ended IS NULL""")
                .bind("id", id)
                .bind("by", acknowledgement.by())
                .bind("at", acknowledgement.at().toEpochMilli())
                .bind("until", acknowledgement.until().toEpochMilli())
                .execute() == 1;
    }

    public Optional<Outage> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM outage WHERE id = :id").bind("id", id).map(OutageRow::read).findOne();
    }

    public void close(Handle handle, String id, Outage.Ending ending) {
        handle.createUpdate(
                """
                UPDATE outage SET ended = :at, departed = :departed, again_seen = :seen WHERE id = :id AND ended IS NULL""")
                .bind("id", id)
                .bind("at", ending.at().toEpochMilli())
                .bind("departed", ending.departed() ? 1 : 0)
                .bind("seen", ending.seen().orElse(null))
                .execute();
    }

    public Optional<Outage> openOf(Handle handle, String app) {
        return handle.createQuery("SELECT * FROM outage WHERE app = :app AND ended IS NULL")
                .bind("app", app)
                .map(OutageRow::read)
                .findOne();
    }

    /** @throws IllegalStateException if there is none */
    public Outage byId(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM outage WHERE id = :id").bind("id", id).map(OutageRow::read).one();
    }

    public List<Outage> open(Handle handle) {
        return handle.createQuery("SELECT * FROM outage WHERE ended IS NULL ORDER BY began, id")
                .map(OutageRow::read).list();
    }

    /** The newest outages that are over, newest first. */
    public List<Outage> past(Handle handle, int limit) {
        return handle.createQuery("SELECT * FROM outage WHERE ended IS NOT NULL ORDER BY began DESC, id LIMIT :limit")
                .bind("limit", limit)
                .map(OutageRow::read).list();
    }

    /** Those that have touched the time since a moment, of everything, the newest first. */
    public List<Outage> since(Handle handle, Instant moment) {
        return handle.createQuery("SELECT * FROM outage WHERE ended IS NULL OR ended > :moment ORDER BY began DESC, id")
                .bind("moment", moment.toEpochMilli())
                .map(OutageRow::read).list();
    }

    /** As {@link #since}, but only when they were, by app. */
    public Map<String, List<Outage.Stretch>> stretches(Handle handle, Instant moment) {
        return handle.createQuery("SELECT app, began, ended FROM outage WHERE ended IS NULL OR ended > :moment")
                .bind("moment", moment.toEpochMilli())
                .map((row, context) -> {
                    var ended = row.getLong(3);
                    return new Outage.Stretch(row.getString(1), Instant.ofEpochMilli(row.getLong(2)),
                            row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)));
                }).collect(groupingBy(Outage.Stretch::app));
    }

    /** As {@link #since}, of one app. */
    public List<Outage> of(Handle handle, String app, Instant moment) {
        return handle.createQuery("""
                SELECT * FROM outage WHERE app = :app AND (ended IS NULL OR ended > :moment) ORDER BY began DESC, id""")
                .bind("app", app)
                .bind("moment", moment.toEpochMilli())
                .map(OutageRow::read).list();
    }

    /** The newest outages of an app, open or over, newest first. */
    public List<Outage> newest(Handle handle, String app, int limit) {
        return handle.createQuery("SELECT * FROM outage WHERE app = :app ORDER BY began DESC, id LIMIT :limit")
                .bind("app", app)
                .bind("limit", limit)
                .map(OutageRow::read).list();
    }

    /** Open outages that a reminder is due for. */
    public List<Outage> toRemind(Handle handle, Instant now) {
        return handle.createQuery("SELECT * FROM outage WHERE ended IS NULL AND remind_at <= :now ORDER BY began, id")
                .bind("now", now.toEpochMilli())
                .map(OutageRow::read).list();
    }

    /** Counts a reminder and sets the time of the next one; false if somebody else did, or the outage is over. */
    public boolean reminded(Handle handle, Outage outage, Instant next) {
        return handle.createUpdate("""
                UPDATE outage SET reminders = reminders + 1, remind_at = :next
                WHERE id = :id AND ended IS NULL AND reminders = :reminders""")
                .bind("id", outage.id())
                .bind("next", next.toEpochMilli())
                .bind("reminders", outage.reminders())
                .execute() == 1;
    }
}
