package io.flotilla.portal.graph;

/** A change that is not made; the message tells the person why, and what to do instead. */
public class Refused extends RuntimeException {

    /** What kind of refusal it is. */
    public enum Reason {
        /** They may not. */
        FORBIDDEN,
        /** Somebody else changed it first. */
        CONFLICT,
        /** There is no such app, group or person, or it cannot be done. */
        IMPOSSIBLE
    }

    private final Reason reason;

    public Refused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
