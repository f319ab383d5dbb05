package io.flotilla.monitor.status.metrics;

import java.util.HashMap;
import java.util.Map;

import io.flotilla.monitor.judge.Health;
import io.flotilla.monitor.judge.State;
import io.flotilla.monitor.outage.HealthRecords;
import org.jdbi.v3.core.Handle;

/**
 * What the database says of everything at one moment, for one scrape.
 *
 * @param latencies of the last check of each app, in seconds
 * @param counts    of rows, by what they are
 */
record Seen(Map<String, Health> healths, Map<String, Double> latencies, Map<String, Long> counts) {
    private static final HealthRecords RECORDS = new HealthRecords();

    static Seen read(Handle handle) {
        var latencies = new HashMap<String, Double>();
        handle.createQuery(
                "SELECT r.app, r.latency FROM result r JOIN app_health h ON h.app = r.app AND h.last_at = r.at")
                .map((row, context) -> latencies.put(row.getString("app"), row.getInt("latency") / 1000.0)).list();
        var counts = new HashMap<String, Long>();
        handle.createQuery("""
                SELECT 'outages' AS what, count(*) AS n FROM outage WHERE ended IS NULL
                UNION ALL SELECT 'waiting', count(*) FROM notice WHERE state = 'WAITING'
                UNION ALL SELECT 'refused', count(*) FROM notice WHERE state = 'PARKED'""")
                .map((row, context) -> counts.put(row.getString("what"), row.getLong("n"))).list();
        return new Seen(RECORDS.all(handle), latencies, counts);
    }

    /** 1 unless it is down; not a number while nobody knows. */
    double up(String app) {
        var health = healths.get(app);
        return health == null ? Double.NaN : health.state() == State.DOWN ? 0 : 1;
    }

    double latency(String app) {
        return latencies.getOrDefault(app, Double.NaN);
    }

    double count(String what) {
        return counts.getOrDefault(what, 0L);
    }
}
