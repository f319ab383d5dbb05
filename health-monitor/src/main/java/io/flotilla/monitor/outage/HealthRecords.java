package io.flotilla.monitor.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.flotilla.monitor.judge.Health;
import io.flotilla.monitor.judge.Sighting;
import io.flotilla.monitor.judge.State;
import io.flotilla.monitor.judge.Window;
import org.jdbi.v3.core.Handle;

/**
 * What the judge remembers of each app, kept so that a restart forgets no streak. Every method works in the transaction of
 * the handle that it is given.
 */
public final class HealthRecords {

    /** What is remembered of an app; of one that nobody has judged yet, that it is unknown. */
    public Health of(Handle handle, String app) {
        return handle.createQuery("SELECT * FROM app_health WHERE app = :app")
                .bind("app", app)
                .map((row, context) -> read(row))
                .findOne()
                .orElse(Health.UNKNOWN);
    }

    /** Every app's, by its key. */
    public Map<String, Health> all(Handle handle) {
        var all = new TreeMap<String, Health>();
        handle.createQuery("SELECT * FROM app_health")
                .map((row, context) -> all.put(row.getString("app"), read(row))).list();
        return all;
    }

    /** Those of some apps, by their keys; of one that nobody has judged yet, nothing. One statement for all of them. */
    public Map<String, Health> of(Handle handle, Collection<String> apps) {
        if (apps.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<String, Health>();
        handle.createQuery("SELECT * FROM app_health WHERE app IN (<apps>)")
                .bindList("apps", List.copyOf(apps))
                .map((row, context) -> found.put(row.getString("app"), read(row))).list();
        return found;
    }

    public void write(Handle handle, Map<String, Health> healths) {
        if (healths.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                INSERT INTO app_health (app, state, since, failures, successes, results, result_bits,
                    last_at, last_seen, good_at, good_seen, bad_at, bad_seen)
                VALUES (:app, :state, :since, :failures, :successes, :results, :bits,
                    :lastAt, :lastSeen, :goodAt, :goodSeen, :badAt, :badSeen)
                ON CONFLICT (app) DO UPDATE SET state = excluded.state, since = excluded.since,
                    failures = excluded.failures, successes = excluded.successes,
                    results = excluded.results, result_bits = excluded.result_bits,
                    last_at = excluded.last_at, last_seen = excluded.last_seen,
                    good_at = excluded.good_at, good_seen = excluded.good_seen,
                    bad_at = excluded.bad_at, bad_seen = excluded.bad_seen""");
        healths.forEach((app, health) -> batch.bind("app", app)
                .bind("state", health.state().name())
                .bind("since", health.since().map(Instant::toEpochMilli).orElse(null))
                .bind("failures", health.failures())
                .bind("successes", health.successes())
                .bind("results", health.window().results())
                .bind("bits", health.window().bits())
                .bind("lastAt", at(health.last()))
                .bind("lastSeen", seen(health.last()))
                .bind("goodAt", at(health.lastGood()))
                .bind("goodSeen", seen(health.lastGood()))
                .bind("badAt", at(health.firstBad()))
                .bind("badSeen", seen(health.firstBad()))
                .add());
        batch.execute();
    }

    /** Forgets the apps that are not among {@code kept}, and says which they were. */
    public List<String> forgetAllBut(Handle handle, Collection<String> kept) {
        var gone = handle.createQuery("SELECT app FROM app_health ORDER BY app").mapTo(String.class).stream()
                .filter(app -> !kept.contains(app)).toList();
        gone.forEach(app -> handle.createUpdate("DELETE FROM app_health WHERE app = :app").bind("app", app).execute());
        return gone;
    }

    private static Long at(Optional<Sighting> sighting) {
        return sighting.map(seen -> seen.at().toEpochMilli()).orElse(null);
    }

    private static String seen(Optional<Sighting> sighting) {
        return sighting.map(Sighting::seen).orElse(null);
    }

    private static Health read(ResultSet row) throws SQLException {
        var since = row.getLong("since");
        Optional<Instant> known = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since));
        return new Health(State.valueOf(row.getString("state")), known, row.getInt("failures"),
                row.getInt("successes"), new Window(row.getInt("results"), row.getLong("result_bits")),
                SightingColumns.read(row, "last"), SightingColumns.read(row, "good"),
                SightingColumns.read(row, "bad"));
    }
}
