package io.flotilla.deployer.local.gateway;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.flotilla.deployer.local.targets.TargetGroup;

/** The gateway's rules, now. Groups write them while requests read them. */
public final class Routes {
    private final Map<String, Route> rules = new ConcurrentHashMap<>();

    /** Puts a rule in, or in the place of the app's former one. */
    public void put(Route route) {
        rules.put(route.app(), route);
    }

    public void remove(String app) {
        rules.remove(app);
    }

    /** The rule that takes a request's path: the first by priority, and of equals the one with the longest path. */
    public Optional<Route> find(String path) {
        return rules.values().stream().filter(route -> route.serves(path))
                .min(Comparator.comparingInt(Route::priority)
                        .thenComparing(route -> -route.urlPath().length()));
    }

    public Collection<TargetGroup> targetGroups() {
        return rules.values().stream().map(Route::targets).toList();
    }
}
