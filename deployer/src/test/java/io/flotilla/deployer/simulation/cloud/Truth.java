package io.flotilla.deployer.simulation.cloud;

import java.util.List;

/** How the group really is, whatever its API says. */
public record Truth(int desired, String version, List<Body> bodies) {

    /** @param hit whether a fault ever struck it */
    public record Body(String id, String version, boolean alive, boolean healthy, boolean hit) {}

    public List<Body> alive() {
        return bodies.stream().filter(Body::alive).toList();
    }
}
