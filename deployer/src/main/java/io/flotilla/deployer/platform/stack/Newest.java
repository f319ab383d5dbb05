package io.flotilla.deployer.platform.stack;

import java.util.Optional;

/**
 * What a deploy of an app would bring.
 *
 * @param revision empty if it cannot be found
 * @param problem  why not, and how to mend it; empty if it was found
 */
public record Newest(Optional<Revision> revision, String problem) {

    public static Newest found(Revision revision) {
        return new Newest(Optional.of(revision), "");
    }

    public static Newest missing(String problem) {
        return new Newest(Optional.empty(), problem);
    }
}
