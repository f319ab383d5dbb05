package io.flotilla.deployer.plan;

import java.util.Set;

/**
 * What of an environment is meant.
 *
 * @param apps     the apps by name; empty for all of them and what they share
 * @param recreate whether their stacks are removed and made again
 * @param prune    whether the stacks of apps that left the catalogue are removed
 */
public record Selection(Set<String> apps, boolean recreate, boolean prune) {

    public static final Selection ALL = new Selection(Set.of(), false, false);

    public Selection {
        apps = Set.copyOf(apps);
    }

    boolean includes(String app) {
        return apps.isEmpty() || apps.contains(app);
    }
}
