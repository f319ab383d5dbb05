package io.flotilla.monitor.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.flotilla.base.store.Store;

/**
 * Which of the checks are ours, where several monitors share a database. Each counts its beats there; one whose count has
 * stood still for {@link #ALIVE_FOR} by the reader's own clock is taken for dead, so clocks need not agree. Everything
 * watched belongs to the living monitor that scores highest for it (rendezvous hashing): when one comes or goes, only its
 * own share changes hands.
 */
final class Membership {
    static final Duration ALIVE_FOR = Duration.ofSeconds(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private final Store store;
    private final InstantSource clock;
    private final String self;
    private final Map<String, Seen> others = new HashMap<>();
    private volatile List<String> living;

    /** @param self unique among all monitors there ever were */
    Membership(Store store, InstantSource clock, String self) {
        this.store = store;
        this.clock = clock;
        this.self = self;
        this.living = List.of(self);
    }

    private record Row(String id, long beat) {}

    private record Seen(long beat, Instant at) {}

    /** Says that we live, and looks who else does; every second or so. */
    void beat() {
        var now = clock.instant();
        var rows = store.<List<Row>, RuntimeException>write(handle -> {
            handle.createUpdate(
                    """
                    INSERT INTO monitor (id, beat) VALUES (:id, 1) ON CONFLICT (id) DO UPDATE SET beat = monitor.beat + 1""")
                    .bind("id", self).execute();
            forgotten(now).forEach(id -> handle.createUpdate("DELETE FROM monitor WHERE id = :id").bind("id", id)
                    .execute());
            return handle.createQuery("SELECT id, beat FROM monitor ORDER BY id")
                    .map((row, context) -> new Row(row.getString("id"), row.getLong("beat"))).list();
        });
        others.keySet().retainAll(rows.stream().map(Row::id).toList());
        rows.forEach(row -> others.merge(row.id(), new Seen(row.beat(), now),
                (old, fresh) -> old.beat() == fresh.beat() ? old : fresh));
        living = rows.stream().map(Row::id)
                .filter(id -> id.equals(self) || others.get(id).at().plus(ALIVE_FOR).isAfter(now)).toList();
    }

    /** Leaves the work to the others at once. */
    void leave() {
        store.<Object, RuntimeException>write(
                handle -> handle.createUpdate("DELETE FROM monitor WHERE id = :id").bind("id", self).execute());
    }

    boolean mine(String key) {
        var members = living;
        return members.size() == 1 || members.stream().noneMatch(id -> !id.equals(self) && beats(id, self, key));
    }

    private static boolean beats(String one, String other, String key) {
        var difference = Long.compare(score(one, key), score(other, key));
        return difference > 0 || difference == 0 && one.compareTo(other) > 0;
    }

    /** The finalizer of SplitMix64 over both names, because neighbouring hash codes must land far apart. */
    private static long score(String id, String key) {
        var mixed = id.hashCode() * 0x9E3779B97F4A7C15L + key.hashCode();
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private List<String> forgotten(Instant now) {
        return others.entrySet().stream().filter(other -> !other.getKey().equals(self))
                .filter(other -> other.getValue().at().plus(FORGOTTEN_AFTER).isBefore(now)).map(Map.Entry::getKey)
                .toList();
    }
}
