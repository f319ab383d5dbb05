package io.flotilla.deployer.simulation.cloud;

import java.time.Instant;
import java.util.Optional;

import io.flotilla.deployer.platform.Group.Lifecycle;
import io.flotilla.deployer.platform.Group.Member;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.platform.Targets.Target;

/** One instance and its place as a target. Times are seconds of the simulation. */
final class Machine {
    final String id;
    final String version;
    final int zone;
    final long launchedAt;
    /** When it comes into service, and when its program begins to answer. */
    long inServiceAt;
    long answersAt;
    /** It answers all checks badly from here on, if ever. */
    boolean bad;
    /** Some fault of the scenario, not the rollout's doing. */
    boolean hit;
    boolean dead;
    long badUntil;
    Lifecycle lifecycle = Lifecycle.PENDING;
    boolean marked;
    long goneAt = Long.MAX_VALUE;
    /** Null if it is no target. */
    State target;
    boolean passedOnce;
    int good;
    int failed;
    long drainedAt;
    long lastHealthyAt = -1_000;

    Machine(String id, String version, int zone, long launchedAt) {
        this.id = id;
        this.version = version;
        this.zone = zone;
        this.launchedAt = launchedAt;
    }

    boolean isAlive() {
        return lifecycle == Lifecycle.PENDING || lifecycle == Lifecycle.IN_SERVICE;
    }

    boolean isRegistered() {
        return target != null && target != State.DRAINING;
    }

    boolean answersWell(long now) {
        return !dead && !bad && now >= answersAt && now >= badUntil && lifecycle != Lifecycle.PENDING;
    }

    void register() {
        if (!isRegistered()) {
            target = State.INITIAL;
            good = 0;
            failed = 0;
        }
    }

    void deregister(long now, long delay) {
        if (isRegistered()) {
            // [ELB] "Deregistration delay": the target stays draining for the whole delay.
            target = State.DRAINING;
            drainedAt = now + delay;
        }
    }

    /** [ELB] "Health checks": thresholds govern changes; a new target needs one good check. */
    void check(long now) {
        if (!isRegistered()) {
            return;
        }
        if (answersWell(now)) {
            good++;
            failed = 0;
            if (good >= Cloud.HEALTHY_THRESHOLD || target == State.INITIAL) {
                target = State.HEALTHY;
            }
        } else {
            failed++;
            good = 0;
            if (failed >= Cloud.UNHEALTHY_THRESHOLD) {
                target = State.UNHEALTHY;
            }
        }
        if (target == State.HEALTHY) {
            lastHealthyAt = now;
        }
    }

    Member member() {
        return new Member(id, lifecycle, !marked, version, Optional.of(Instant.ofEpochSecond(launchedAt)));
    }

    Target view(long now) {
        var reason = switch (target) {
            case INITIAL -> Optional.of("Elb.RegistrationInProgress");
            case DRAINING -> Optional.of("Target.DeregistrationInProgress");
            case UNHEALTHY -> Optional.of(dead
                    ? "Target.Timeout"
                    : bad || now < badUntil ? Target.BAD_ANSWER : "Target.FailedHealthChecks");
            default -> Optional.<String>empty();
        };
        return new Target(id, target, reason, "");
    }

    @Override
    public String toString() {
        return id + "(v" + version + ")";
    }
}
