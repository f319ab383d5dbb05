package io.flotilla.monitor.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import io.flotilla.monitor.judge.Sighting;

/** A sighting in two columns: {@code X_at} and {@code X_seen}. */
final class SightingColumns {
    private SightingColumns() {}

    static Optional<Sighting> read(ResultSet row, String name) throws SQLException {
        var at = row.getLong(name + "_at");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Sighting(Instant.ofEpochMilli(at), row.getString(name + "_seen")));
    }
}
