package io.flotilla.deployer.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.deployer.platform.stack.Newest;
import io.flotilla.deployer.platform.stack.Running;
import io.flotilla.deployer.platform.stack.Stack;

/**
 * What runs in an environment at one moment.
 *
 * @param shared the shared stack, if it is there
 * @param apps   in the order of the catalogue, then those that left it
 */
public record Status(String fleet, EnvironmentName environment, Instant at, Optional<Stack> shared,
        List<AppStatus> apps) {

    public Status {
        apps = List.copyOf(apps);
    }

    /**
     * One app.
     *
     * @param stack   empty if it was never applied
     * @param targets how many are registered, and how many of those are sent requests; empty if it has no target group
     */
    public record AppStatus(
            String app,
            Optional<Stack> stack,
            List<Running> running,
            Newest newest,
            Optional<Targets> targets) {

        public AppStatus {
            running = List.copyOf(running);
        }

        public boolean isStale() {
            return newest.revision().isPresent()
                    && running.stream().anyMatch(instance -> !instance.revision().equals(newest.revision().get()));
        }
    }

    /** The load balancer's view of an app's instances. */
    public record Targets(int healthy, int registered) {}
}
