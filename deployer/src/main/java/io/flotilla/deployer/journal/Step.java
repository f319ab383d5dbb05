package io.flotilla.deployer.journal;

/**
 * A step of a rollout. Forward steps bring the new instances and end with the old ones; backward steps undo that. The names
 * are stored, so they stay as they are.
 */
public enum Step {
    SETTLE(false, "waits until the stack is settled"),
    SUSPEND(false, "suspends what the group does by itself"),
    STEADY(false, "waits until the group is steady, and notes the old instances"),
    LAUNCH(false, "starts the new instances"),
    AWAIT_HEALTHY(false, "waits until the new instances are healthy"),
    DEREGISTER(false, "takes the old instances out of service"),
    AWAIT_DRAINED(false, "waits until the old instances have drained"),
    VERIFY(false, "verifies the app through the load balancer"),
    RETIRE(false, "ends the old instances"),
    RECALL(true, "brings the old instances back into service"),
    HALT(true, "stops further launches"),
    DISMISS(true, "takes the new instances out of service"),
    END(true, "ends the new instances"),
    /** Ends both ways. */
    RESTORE(false, "resumes what it suspended");

    private final boolean backward;
    private final String words;

    Step(boolean backward, String words) {
        this.backward = backward;
        this.words = words;
    }

    public boolean isBackward() {
        return backward;
    }

    /** What the rollout does in this step, as the end of a sentence about it. */
    public String words() {
        return words;
    }
}
