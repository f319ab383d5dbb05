package io.flotilla.monitor.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalDouble;

import org.jdbi.v3.core.statement.StatementContext;

/**
 * What the checks of one app in one span come to.
 *
 * @param latencySum of the good answers, in milliseconds
 * @param latencyMax the slowest good answer's, in milliseconds
 */
public record Rollup(String app, Instant begins, int checks, int failures, long latencySum, int latencyMax) {

    /** The mean latency of the good answers, in milliseconds; empty if there was none. */
    public OptionalDouble latency() {
        return checks > failures
                ? OptionalDouble.of((double) latencySum / (checks - failures))
                : OptionalDouble.empty();
    }

    static Rollup read(ResultSet row, StatementContext context) throws SQLException {
        return new Rollup(row.getString("app"), Instant.ofEpochMilli(row.getLong("begins")), row.getInt("checks"),
                row.getInt("failures"), row.getLong("latency_sum"), row.getInt("latency_max"));
    }
}
