package io.flotilla.deployer.platform.stack;

/** Hears what is being done to a stack, as it happens. */
@FunctionalInterface
public interface Progress {

    /** @param what what is being done now, such as {@code Group CREATE_IN_PROGRESS} */
    void step(String stack, String what);
}
