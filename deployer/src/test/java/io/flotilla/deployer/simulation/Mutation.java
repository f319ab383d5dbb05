package io.flotilla.deployer.simulation;

import java.util.function.UnaryOperator;

import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.rollout.Course;

/**
 * A planted bug.
 *
 * @param course   the order of the steps
 * @param ports    what the rollout believes to see and to do
 * @param unfenced whether the noticeboard lets everybody write over everything
 * @param drowsy   whether a process that has stalled does not know that time has passed
 */
record Mutation(Course course, UnaryOperator<Ports> ports, boolean unfenced, boolean drowsy) {
    Mutation(Course course, UnaryOperator<Ports> ports) {
        this(course, ports, false, false);
    }

    static final Mutation NONE = new Mutation(Course.SAFE, UnaryOperator.identity());
}
