package io.flotilla.deployer.plan;

import java.util.List;
import java.util.Optional;

import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.deployer.plan.StackPlan.Kind;
import io.flotilla.deployer.platform.identity.Registration;
import io.flotilla.deployer.platform.stack.Survey;

/**
 * What applying the catalogue to an environment would do, worked out and not done.
 *
 * @param stacks the shared stack first, then the apps in the order of the catalogue, then those that left it
 * @param prune  whether those that left it are removed
 * @param survey how the changes get along with one another, and with what is there
 * @param registration what changes at the identity provider, if something does
 */
public record Plan(
        String fleet,
        EnvironmentName environment,
        List<StackPlan> stacks,
        boolean prune,
        Survey survey,
        Optional<Registration> registration) {

    public Plan {
        stacks = List.copyOf(stacks);
    }

    /** Whether something in it cannot be done as it stands. */
    public boolean isBlocked() {
        return !survey.objections().isEmpty() || stacks.stream().anyMatch(stack -> stack.kind() == Kind.BLOCKED);
    }

    /** Whether applying it would change nothing. */
    public boolean isNothing() {
        return registration.isEmpty() && stacks.stream().noneMatch(this::acts);
    }

    /** Whether applying it changes this stack. */
    public boolean acts(StackPlan stack) {
        return switch (stack.kind()) {
            case CREATE, UPDATE, REPLACE -> true;
            case DELETE -> prune;
            case UNCHANGED, BLOCKED -> false;
        };
    }

    public Optional<StackPlan> shared() {
        return stacks.stream().filter(stack -> stack.app().isEmpty()).findFirst();
    }

    public long count(Kind kind) {
        return stacks.stream().filter(stack -> stack.kind() == kind).count();
    }

    /** The apps whose instances do not run the newest revision. */
    public List<StackPlan> stale() {
        return stacks.stream().filter(StackPlan::isStale).toList();
    }
}
