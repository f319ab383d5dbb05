package io.flotilla.base.access;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where the health-monitor and the console learn who may open which app of the fleet. */
public interface FleetAccess {

    /**
     * The rules of every app, by its name in the catalogue; an app that is not among them is open to override groups alone.
     * Does not block; on a worker, {@code rules().toCompletableFuture().join()} takes a few seconds at the very most.
     *
     * @return empty if nothing was ever known, which means closed
     */
    CompletionStage<Optional<Map<String, AccessRules>>> rules();
}
