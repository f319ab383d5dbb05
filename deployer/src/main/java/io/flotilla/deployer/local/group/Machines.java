package io.flotilla.deployer.local.group;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instances of a group, in the order they were started. */
final class Machines {
    private final Map<String, Machine> byId = new LinkedHashMap<>();

    void add(Machine machine) {
        byId.put(machine.id, machine);
    }

    void remove(Machine machine) {
        byId.remove(machine.id);
    }

    List<Machine> all() {
        return List.copyOf(byId.values());
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** The instance, unless it is going or gone. */
    Optional<Machine> running(String id) {
        return Optional.ofNullable(byId.get(id)).filter(Machine::isCounted);
    }

    int counted() {
        return (int) byId.values().stream().filter(Machine::isCounted).count();
    }

    /** Whom the group ends if there are more than desired: other versions first, and of equals who was started first. */
    List<Machine> surplus(String version, int desired) {
        return byId.values().stream().filter(Machine::isCounted)
                .sorted(Comparator.comparing((Machine machine) -> machine.version.equals(version))
                        .thenComparing(machine -> machine.launchedAt))
                .limit(Math.max(0, counted() - desired)).toList();
    }
}
