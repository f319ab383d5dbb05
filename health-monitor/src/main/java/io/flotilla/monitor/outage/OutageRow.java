package io.flotilla.monitor.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import io.flotilla.monitor.outage.Outage.Acknowledgement;
import io.flotilla.monitor.outage.Outage.Circumstances;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of table {@code outage}. */
final class OutageRow {
    private OutageRow() {}

    static Outage read(ResultSet row, StatementContext context) throws SQLException {
        return new Outage(row.getString("id"), row.getString("app"), row.getString("title"), row.getString("url"),
                Instant.ofEpochMilli(row.getLong("began")), ending(row), SightingColumns.read(row, "good"),
                SightingColumns.read(row, "bad").orElseThrow(), row.getInt("reminders"), circumstances(row),
                acknowledgement(row));
    }

    private static Optional<Outage.Ending> ending(ResultSet row) throws SQLException {
        var ended = row.getLong("ended");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Outage.Ending(Instant.ofEpochMilli(ended), row.getInt("departed") == 1,
                        Optional.ofNullable(row.getString("again_seen"))));
    }

    private static Circumstances circumstances(ResultSet row) throws SQLException {
        return new Circumstances(Optional.ofNullable(row.getString("held_by")),
                Optional.ofNullable(row.getString("behind")), Optional.ofNullable(row.getString("rollout")),
                row.getInt("rolling") == 1);
    }

    private static Optional<Acknowledgement> acknowledgement(ResultSet row) throws SQLException {
        var by = Optional.ofNullable(row.getString("ack_by"));
        var at = Instant.ofEpochMilli(row.getLong("ack_at"));
        var until = Instant.ofEpochMilli(row.getLong("ack_until"));
        return by.map(name -> new Acknowledgement(name, at, until));
    }
}
