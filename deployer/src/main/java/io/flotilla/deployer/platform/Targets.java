package io.flotilla.deployer.platform;

import java.util.List;
import java.util.Optional;

/** The app's target group at the load balancer: who is sent requests. */
public interface Targets {

    /** {@code DescribeTargetHealth}: all that are registered, and those that still drain. */
    List<Target> health();

    /**
     * {@code RegisterTargets}: sends it requests from its first good check on. A target that drains is taken back.
     *
     * @param instance one of the app's group
     */
    void register(String instance);

    /**
     * {@code DeregisterTargets}: no new requests. It is {@link State#DRAINING} for the group's whole
     * {@code deregistration_delay}, even without connections, and then no longer listed.
     */
    void deregister(String instance);

    /**
     * One target.
     *
     * @param reason      AWS's code for why it is not healthy, such as {@code Target.ResponseCodeMismatch},
     *                    {@code Target.Timeout}, {@code Target.FailedHealthChecks}, {@code Elb.RegistrationInProgress}
     * @param description what AWS says to that, such as {@code Health checks failed with these codes: [502]}; or empty
     */
    record Target(String instance, State state, Optional<String> reason, String description) {

        /** {@code Target.ResponseCodeMismatch}: its program answers, and the answer is bad. */
        public static final String BAD_ANSWER = "Target.ResponseCodeMismatch";
    }

    /** A target's health (Elastic Load Balancing, "Target health status"). */
    enum State {
        /** Registered, its first checks are not over. */
        INITIAL,
        /** Sent requests. */
        HEALTHY,
        /** Not sent requests, unless no target is healthy: then all are. */
        UNHEALTHY,
        /** Deregistered; requests that it has may end. */
        DRAINING,
        /** Registered but not used: no listener leads there, its zone is off, or it is stopped. */
        UNUSED,
        /** The load balancer does not know. */
        UNAVAILABLE
    }
}
