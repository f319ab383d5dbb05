package io.flotilla.deployer.journal;

import java.util.List;
import java.util.Set;

import io.flotilla.deployer.platform.ScalingProcess;

/**
 * How things were before the rollout touched them, noted before it did.
 *
 * @param capacity  how many instances the group was to keep, and is to keep again
 * @param serving   how many of the old ones were healthy targets; no rollback waits for more
 * @param suspended the processes that were suspended already, and stay so
 * @param old       the old instances' ids
 */
public record Facts(int capacity, int serving, Set<ScalingProcess> suspended, List<String> old) {

    public Facts {
        suspended = Set.copyOf(suspended);
        old = List.copyOf(old);
    }

    public Facts found(int healthy, List<String> instances) {
        return new Facts(capacity, healthy, suspended, instances);
    }
}
