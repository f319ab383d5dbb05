package io.flotilla.monitor.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.flotilla.monitor.notice.Notice.Kind;
import io.flotilla.monitor.notice.Notice.Line;
import io.flotilla.monitor.outage.Outages;
import org.jdbi.v3.core.Handle;

/** Reads notices, whole. */
public final class Notices {
    private static final Outages OUTAGES = new Outages();

    private Notices() {}

    static Notice read(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM notice WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> notice(handle, row))
                .one();
    }

    /** Notices that some trouble keeps from being sent, or has kept for good; the newest first. */
    public static List<Troubled> troubled(Handle handle, int limit) {
        return handle.createQuery("""
                SELECT * FROM notice WHERE state = 'PARKED' OR (state = 'WAITING' AND trouble IS NOT NULL)
                ORDER BY made DESC, id LIMIT :limit""")
                .bind("limit", limit)
                .map((row, context) -> new Troubled(notice(handle, row), "PARKED".equals(row.getString("state"))))
                .list();
    }

    /** @param parked given up, because the server will never take it; otherwise it is tried again */
    public record Troubled(Notice notice, boolean parked) {}

    private static Notice notice(Handle handle, ResultSet row) throws SQLException {
        var id = row.getString("id");
        var recipient = row.getString("recipient");
        return new Notice(id, recipient, row.getString("sender"), row.getString("message_id"),
                replyTo(handle, id, recipient), lines(handle, id), certificates(handle, id),
                Instant.ofEpochMilli(row.getLong("made")),
                row.getInt("attempts"), Optional.ofNullable(row.getString("trouble")));
    }

    private static List<Line> lines(Handle handle, String notice) {
        return handle.createQuery("SELECT * FROM notice_line WHERE notice = :notice ORDER BY at, outage, kind")
                .bind("notice", notice)
                .map((row, context) -> new Line(OUTAGES.byId(handle, row.getString("outage")),
                        Kind.valueOf(row.getString("kind")), Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    private static List<CertificateWarning> certificates(Handle handle, String notice) {
        return handle.createQuery("SELECT * FROM notice_certificate WHERE notice = :notice ORDER BY expires, host")
                .bind("notice", notice)
                .map((row, context) -> new CertificateWarning(row.getString("host"),
                        Instant.ofEpochMilli(row.getLong("expires")), row.getInt("days"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    private static List<String> replyTo(Handle handle, String notice, String recipient) {
        return handle.createQuery("""
                SELECT DISTINCT first.message_id, first.made FROM notice first
                JOIN notice_line told ON told.notice = first.id AND told.kind = 'OUTAGE'
                JOIN notice_line mine ON mine.outage = told.outage AND mine.notice = :notice
                WHERE first.recipient = :recipient AND first.id <> :notice ORDER BY first.made, first.message_id""")
                .bind("notice", notice)
                .bind("recipient", recipient)
                .map((row, context) -> row.getString("message_id"))
                .list();
    }
}
