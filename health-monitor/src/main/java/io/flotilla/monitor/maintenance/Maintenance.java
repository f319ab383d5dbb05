package io.flotilla.monitor.maintenance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import io.flotilla.monitor.maintenance.MaintenanceWindow.Repeat;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The maintenance windows. Every method works in the transaction of the handle that it is given. */
public final class Maintenance {

    public void add(Handle handle, MaintenanceWindow window) {
        handle.createUpdate("""
                INSERT INTO maintenance (id, app, reason, starts, until, repeats, zone, made_by, made)
                VALUES (:id, :app, :reason, :starts, :until, :repeats, :zone, :madeBy, :made)""")
                .bind("id", window.id())
                .bind("app", window.app().orElse(null))
                .bind("reason", window.reason())
                .bind("starts", window.starts().toEpochMilli())
                .bind("until", window.until().toEpochMilli())
                .bind("repeats", window.repeats().name())
                .bind("zone", window.zone().getId())
                .bind("madeBy", window.madeBy())
                .bind("made", window.made().toEpochMilli())
                .execute();
    }

    /** Ends a window now and for good. */
    public void remove(Handle handle, String id, Instant now) {
        handle.createUpdate("UPDATE maintenance SET removed = :now WHERE id = :id AND removed IS NULL")
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    public Optional<MaintenanceWindow> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM maintenance WHERE id = :id AND removed IS NULL").bind("id", id)
                .map(Maintenance::read).findOne();
    }

    /** Those that are under way or to come, the earliest first. */
    public List<MaintenanceWindow> all(Handle handle, Instant now) {
        return handle.createQuery("""
                SELECT * FROM maintenance WHERE removed IS NULL AND (repeats <> 'ONCE' OR until > :now)
                ORDER BY starts, id""")
                .bind("now", now.toEpochMilli())
                .map(Maintenance::read).list();
    }

    public boolean covers(Handle handle, String app, Instant at) {
        return all(handle, at).stream().anyMatch(window -> window.coversApp(app) && window.covers(at));
    }

    private static MaintenanceWindow read(ResultSet row, StatementContext context) throws SQLException {
        return new MaintenanceWindow(row.getString("id"), Optional.ofNullable(row.getString("app")),
                row.getString("reason"), Instant.ofEpochMilli(row.getLong("starts")),
                Instant.ofEpochMilli(row.getLong("until")), Repeat.valueOf(row.getString("repeats")),
                ZoneId.of(row.getString("zone")), row.getString("made_by"),
                Instant.ofEpochMilli(row.getLong("made")));
    }
}
