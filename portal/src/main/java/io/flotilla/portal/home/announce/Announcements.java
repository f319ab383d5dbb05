package io.flotilla.portal.home.announce;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

/** The announcements in the database. */
@ApplicationScoped
public class Announcements {

    /** Those that stand now, urgent ones and those that end soonest first. */
    public List<Announcement> at(Handle handle, Instant now) {
        return handle.createQuery(
                "SELECT * FROM announcement WHERE ends > :now ORDER BY urgent DESC, ends, id LIMIT 20")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Announcement(row.getString("id"), row.getString("words"),
                        row.getInt("urgent") == 1, Instant.ofEpochMilli(row.getLong("ends")), row.getString("made_by")))
                .list();
    }

    /** Writes one, once however often it is sent. */
    boolean make(Handle handle, Announcement announcement) {
        return handle.createUpdate("""
                INSERT INTO announcement (id, words, urgent, ends, made_by) VALUES (:id, :words, :urgent, :ends, :by)
                ON CONFLICT DO NOTHING""")
                .bind("id", announcement.id()).bind("words", announcement.text())
                .bind("urgent", announcement.urgent() ? 1 : 0)
                .bind("ends", announcement.until().toEpochMilli()).bind("by", announcement.by()).execute() == 1;
    }

    /** Ends one now; what it said, or empty if it had ended. */
    Optional<String> end(Handle handle, String id, Instant now) {
        return handle.createQuery("UPDATE announcement SET ends = :now WHERE id = :id AND ends > :now RETURNING words")
                .bind("id", id).bind("now", now.toEpochMilli()).mapTo(String.class).findOne();
    }
}
