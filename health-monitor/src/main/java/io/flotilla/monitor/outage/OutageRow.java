package io.flotilla.monitor.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.jdbi.v3.core.statement.StatementContext;

/** A row of table {@code outage}. */
final class OutageRow {
    private OutageRow() {}

    static Outage read(ResultSet row, StatementContext context) throws SQLException {
        return new Outage(row.getString("id"), row.getString("app"), row.getString("title"), row.getString("url"),
                Instant.ofEpochMilli(row.getLong("began")), ending(row), SightingColumns.read(row, "good"),
                SightingColumns.read(row, "bad").orElseThrow(), row.getInt("reminders"));
    }

    private static Optional<Outage.Ending> ending(ResultSet row) throws SQLException {
        var ended = row.getLong("ended");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Outage.Ending(Instant.ofEpochMilli(ended), row.getInt("departed") == 1,
                        Optional.ofNullable(row.getString("again_seen"))));
    }
}
