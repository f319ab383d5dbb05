package io.flotilla.deployer.apply;

import io.flotilla.deployer.plan.StackPlan;

/**
 * What came of one stack's part of a plan.
 *
 * @param detail for {@link State#FAILED} and {@link State#SKIPPED}, why
 */
public record Outcome(StackPlan plan, State state, String detail) {

    /** What came of it. */
    public enum State {
        DONE, FAILED,
        /** Not begun, because something that it waits for failed, or because it was blocked. */
        SKIPPED
    }

    static Outcome done(StackPlan plan) {
        return new Outcome(plan, State.DONE, "");
    }

    static Outcome failed(StackPlan plan, String why) {
        return new Outcome(plan, State.FAILED, why);
    }

    static Outcome skipped(StackPlan plan, String why) {
        return new Outcome(plan, State.SKIPPED, why);
    }
}
