package io.flotilla.deployer.platform.stack;

import java.util.Map;
import java.util.Optional;

/**
 * One stack as it is.
 *
 * @param name       such as {@code davinci-labs-dev-LMSPortal}
 * @param app        the app's name; empty for the one that is shared
 * @param condition  what can be done with it
 * @param status     the platform's own word for that, such as {@code UPDATE_COMPLETE}
 * @param parameters what it was last applied with, such as {@code Revision}
 * @param drift      what was changed by hand since, if the platform has looked
 * @param guarded    whether the platform refuses to remove it
 */
public record Stack(
        String name,
        Optional<String> app,
        Condition condition,
        String status,
        Map<String, String> parameters,
        Optional<String> drift,
        boolean guarded) {

    public Stack {
        parameters = Map.copyOf(parameters);
    }

    /** What can be done with a stack. */
    public enum Condition {
        /** It can be changed. */
        SETTLED,
        /** Somebody is changing it. */
        BUSY,
        /** It holds nothing: it was only planned. */
        EMPTY,
        /** Its creation failed: it has to be removed before it can be made. */
        STILLBORN,
        /** It cannot be changed until a person has looked at it. */
        BROKEN
    }
}
