package io.flotilla.deployer.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An app's instances and the rules that the platform keeps for them ({@code DescribeAutoScalingGroups}).
 *
 * @param min        fewest instances; the platform refuses to go below
 * @param max        most instances; the platform refuses to go above
 * @param desired    how many the platform is to keep; fewer may be there while some start or end, or if none can be started
 * @param version    the launch template version that the next instance starts from: a number, never {@code $Latest} or
 *                   {@code $Default}
 * @param suspended  the processes that are suspended now, by whomever
 * @param refreshing whether an instance refresh is under way ({@code DescribeInstanceRefreshes}: any status of {@code Pending},
 *                   {@code InProgress}, {@code Cancelling}, {@code RollbackInProgress}, {@code Baking})
 * @param instances  in any order, with those that are coming and going; one that has ended is left out sooner or later
 */
public record Group(int min, int max, int desired, String version, Set<ScalingProcess> suspended, boolean refreshing,
        List<Member> instances) {

    public Group {
        suspended = Set.copyOf(suspended);
        instances = List.copyOf(instances);
    }

    /**
     * One instance.
     *
     * @param id         such as {@code i-0123456789abcdef0}
     * @param healthy    false once it is marked unhealthy; such a mark never heals by itself
     * @param version    the launch template version that it started from
     * @param launchedAt when it was started; empty if the platform does not tell yet
     */
    public record Member(String id, Lifecycle lifecycle, boolean healthy, String version,
            Optional<Instant> launchedAt) {}

    /** Where an instance is between start and end; AWS's finer states are folded into these. */
    public enum Lifecycle {
        /** {@code Pending} and its kin: starting, not a target yet. */
        PENDING,
        /** {@code InService}: started, and a target unless somebody deregistered it. Says nothing of its program. */
        IN_SERVICE,
        /** {@code Standby} and {@code EnteringStandby}: a person took it out to look at it. */
        STANDBY,
        /** {@code Terminating}, {@code Terminated}, {@code Detaching}, {@code Detached} and their kin: going or gone. */
        LEAVING
    }

    /** The instance, if it is one of the group's. */
    public Optional<Member> find(String id) {
        return instances.stream().filter(member -> member.id().equals(id)).findFirst();
    }
}
