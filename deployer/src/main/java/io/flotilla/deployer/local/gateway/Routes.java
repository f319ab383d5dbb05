package io.flotilla.deployer.local.gateway;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which target answers for which path, now. Supervisors write it while requests read it. */
public final class Routes {
    private final Map<String, Target> targets = new ConcurrentHashMap<>();

    /** Puts a target in, or in the place of the app's former one. */
    public void put(Target target) {
        targets.put(target.app(), target);
    }

    /** The target of the longest URL path that the request's path lies under. */
    public Optional<Target> find(String path) {
        return targets.values().stream().filter(target -> target.serves(path))
                .max(Comparator.comparingInt(target -> target.urlPath().length()));
    }

    public Collection<Target> all() {
        return targets.values().stream().sorted(Comparator.comparing(Target::title)).toList();
    }
}
