package io.flotilla.deployer.local.targets;

import java.time.Instant;
import java.util.Optional;

import io.flotilla.deployer.platform.Targets;
import io.flotilla.deployer.platform.Targets.State;

/** One registered target: what its checks have told so far. Only its group touches it, under the group's lock. */
final class Backend {
    final String id;
    final int port;
    private State state = State.INITIAL;
    private Instant since;
    private String reason = "Elb.RegistrationInProgress";
    private String description = "Target registration is in progress";
    private int inARow;
    private boolean lastWasGood;
    /** Requests that it has and that will end by themselves. */
    int busy;
    /** When it is to be checked next. */
    Instant due;

    Backend(String id, int port, Instant now) {
        this.id = id;
        this.port = port;
        this.since = now;
        this.due = now;
    }

    State state() {
        return state;
    }

    Instant since() {
        return since;
    }

    void register(Instant now) {
        if (state == State.DRAINING) {
            to(State.INITIAL, now, "Elb.RegistrationInProgress", "Target registration is in progress");
            inARow = 0;
            due = now;
        }
    }

    void drain(Instant now) {
        if (state != State.DRAINING) {
            to(State.DRAINING, now, "Target.DeregistrationInProgress", "Target deregistration is in progress");
        }
    }

    void checked(CheckResult result, HealthPolicy policy, Instant now) {
        if (state == State.DRAINING) {
            return;
        }
        inARow = result.good() == lastWasGood ? inARow + 1 : 1;
        lastWasGood = result.good();
        if (result.good() && state != State.HEALTHY && (state == State.INITIAL || inARow >= policy.healthy())) {
            to(State.HEALTHY, now, "", "");
        } else if (!result.good() && state != State.UNHEALTHY && inARow >= policy.unhealthy()) {
            to(State.UNHEALTHY, now, result.reason(), result.description());
        } else if (!result.good() && state == State.UNHEALTHY) {
            reason = result.reason();
            description = result.description();
        } else if (state == State.INITIAL) {
            reason = "Elb.InitialHealthChecking";
            description = "Initial health checks in progress";
        }
    }

    private void to(State next, Instant now, String why, String sentence) {
        state = next;
        since = now;
        reason = why;
        description = sentence;
    }

    Targets.Target seen() {
        return new Targets.Target(id, state, Optional.of(reason).filter(code -> !code.isEmpty()), description);
    }
}
