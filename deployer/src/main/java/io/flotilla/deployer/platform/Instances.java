package io.flotilla.deployer.platform;

import java.util.Set;

/** The app's group of instances: an Auto Scaling group, or processes on this machine that follow the same rules. */
public interface Instances {

    /** The group as it is now, or was a few seconds ago; all pages of it. */
    Group describe();

    /** {@code SuspendProcesses}, of these only. What is suspended already stays so. */
    void suspend(Set<ScalingProcess> processes);

    /** {@code ResumeProcesses}, of these only. */
    void resume(Set<ScalingProcess> processes);

    /**
     * {@code SetDesiredCapacity}, without honouring a cooldown. Raised, the group starts instances of its
     * {@linkplain Group#version() version}; lowered below the number it has, it ends instances that it picks itself.
     *
     * @throws PlatformFailure.Final if it is below min or above max
     */
    void setDesired(int desired);

    /**
     * {@code UpdateAutoScalingGroup} with this version of the launch template: the next instance starts from it. Those that
     * run are left alone.
     *
     * @param version one of {@link Revisions}' ids
     */
    void moveTo(String version);

    /**
     * {@code TerminateInstanceInAutoScalingGroup} with {@code ShouldDecrementDesiredCapacity}: ends exactly this instance, and
     * none takes its place. The group first deregisters it and lets it drain. Fine if it is leaving already or gone.
     *
     * @throws PlatformFailure.Final if that would bring desired below min
     */
    void retire(String instance);

    /** {@code TerminateInstanceInAutoScalingGroup} without decrement: the group starts another in its place. */
    void replace(String instance);

    /** {@code SetInstanceHealth} to {@code Healthy}: takes an unhealthy mark away. */
    void markHealthy(String instance);

    /**
     * {@code GetConsoleOutput} with {@code Latest}: what the instance printed while it started, its user data's log included;
     * on this machine the end of its log.
     *
     * @return the last part of it, at most 16 KB; empty if there is none (yet)
     */
    String console(String instance);
}
