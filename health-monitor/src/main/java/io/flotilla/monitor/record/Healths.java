package io.flotilla.monitor.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.flotilla.monitor.judge.Health;
import io.flotilla.monitor.outage.HealthRecords;
import org.jdbi.v3.core.Handle;

/** The healths that one transaction reads and changes: read together, and written together when {@link #flush} says so. */
final class Healths {
    private final HealthRecords records;
    private final Handle handle;
    private final Map<String, Health> known = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    /** @param apps those that will surely be asked for */
    Healths(HealthRecords records, Handle handle, Collection<String> apps) {
        this.records = records;
        this.handle = handle;
        known.putAll(records.of(handle, apps));
        apps.forEach(app -> known.putIfAbsent(app, Health.UNKNOWN));
    }

    Health of(String app) {
        return known.computeIfAbsent(app, missing -> records.of(handle, missing));
    }

    void put(String app, Health health) {
        known.put(app, health);
        changed.add(app);
    }

    void flush() {
        var written = new HashMap<String, Health>();
        changed.forEach(app -> written.put(app, known.get(app)));
        records.write(handle, written);
        changed.clear();
    }
}
