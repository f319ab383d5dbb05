package io.flotilla.deployer.local.targets;

import java.time.Duration;

/**
 * How a target group judges and dismisses its targets.
 *
 * @param path       what a check asks for, on the target's own port
 * @param statusFrom the lowest good status
 * @param statusTo   the highest good status
 * @param every      from one check of a target to its next
 * @param timeout    how long an answer may take
 * @param healthy    good checks in a row after which an unhealthy target is healthy again; a new one needs a single good check
 * @param unhealthy  bad checks in a row after which a target is unhealthy
 * @param drain      how long a deregistered target drains, whether it has requests or not
 */
public record HealthPolicy(String path, int statusFrom, int statusTo, Duration every, Duration timeout, int healthy,
        int unhealthy, Duration drain) {

    /** The template's thresholds; checks come more often and drains are shorter, because on one machine somebody waits. */
    public static HealthPolicy of(String path, int statusFrom, int statusTo, Duration drain) {
        return new HealthPolicy(path, statusFrom, statusTo, Duration.ofSeconds(1), Duration.ofSeconds(5), 2, 3, drain);
    }

    boolean isGood(int status) {
        return statusFrom <= status && status <= statusTo;
    }
}
