package io.flotilla.deployer.platform.stack;

import java.util.List;
import java.util.Optional;

/**
 * What would happen to a stack.
 *
 * @param order     what was asked for
 * @param stack     the stack's name
 * @param id        what the platform keeps the proposal under; empty if it keeps none, because nothing is to do, or because
 *                  the stack is new and what it needs is not there yet
 * @param resources what would happen to its parts; empty if nothing would
 */
public record Change(Order order, String stack, Optional<String> id, List<Part> resources) {

    public Change {
        resources = List.copyOf(resources);
    }

    public boolean isNothing() {
        return resources.isEmpty();
    }

    /** Whether there is no stack yet, or only what is left of one that never lived. */
    public boolean isNew() {
        return order.existing().map(Stack::condition)
                .map(condition -> condition == Stack.Condition.EMPTY || condition == Stack.Condition.STILLBORN)
                .orElse(true);
    }

    /**
     * What would happen to one part of a stack.
     *
     * @param id         its name in the stack, such as {@code ListenerRule}
     * @param type       such as {@code AWS::ElasticLoadBalancingV2::ListenerRule}
     * @param properties the names of the properties that change
     */
    public record Part(Action action, String id, String type, List<String> properties) {
        public Part {
            properties = List.copyOf(properties);
        }
    }

    /** What would happen to a part. */
    public enum Action {
        ADD, MODIFY,
        /** A new one is made and the old one removed. */
        REPLACE,
        /** As {@link #REPLACE}, if a value that is only known then turns out to differ. */
        MAY_REPLACE, REMOVE
    }
}
