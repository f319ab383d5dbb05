package io.flotilla.deployer.local.group;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import io.flotilla.deployer.local.targets.TargetGroup;
import io.flotilla.deployer.platform.Group.Lifecycle;
import io.flotilla.deployer.platform.Group.Member;
import io.flotilla.deployer.platform.Targets.State;

/** One instance: a process, and what its group makes of it. Only its group touches it, under the group's lock. */
final class Machine {
    final String id;
    final String version;
    final Instant launchedAt;
    final Process process;
    final int port;
    Lifecycle lifecycle = Lifecycle.IN_SERVICE;
    boolean healthy = true;
    /** Whether it was ever sent requests. */
    boolean ready;
    /** Whether it is being ended. */
    boolean ending;

    Machine(String id, String version, Instant launchedAt, Process process, int port) {
        this.id = id;
        this.version = version;
        this.launchedAt = launchedAt;
        this.process = process;
        this.port = port;
    }

    boolean isCounted() {
        return lifecycle == Lifecycle.IN_SERVICE;
    }

    Member seen() {
        return new Member(id, lifecycle, healthy, version, Optional.of(launchedAt));
    }

    /** Java reports an end by a signal as 128 and the signal's number, as shells do. */
    String how() {
        int exit = process.exitValue();
        return exit > 128 ? "was ended by signal " + (exit - 128) : "ended with exit code " + exit;
    }

    /**
     * Whether its target has been unhealthy for so long that another is to take its place. A deregistered one counts as
     * unhealthy too.
     */
    boolean isBadForLong(TargetGroup targets, Crew crew) {
        var now = crew.clock().instant();
        var old = now.isAfter(launchedAt.plus(crew.limit()));
        return old && (!targets.has(id) || Stream.of(State.UNHEALTHY, State.DRAINING)
                .flatMap(bad -> targets.since(id, bad).stream())
                .anyMatch(since -> now.isAfter(since.plus(crew.away()))));
    }
}
