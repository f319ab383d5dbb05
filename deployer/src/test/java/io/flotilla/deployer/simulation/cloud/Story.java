package io.flotilla.deployer.simulation.cloud;

/** Hears what happens in the simulated world, and says what the world cannot know. */
public interface Story {

    void tell(long at, String who, String what);

    /** Fewer may serve than before, and that by no fault. */
    void reduced(long at, int before, int after, int needed, String by);

    /** Whether there is capacity for another instance now. */
    boolean mayLaunch(long at);
}
