package io.flotilla.deployer.journal;

import java.time.Duration;
import java.util.Optional;

/**
 * What has to be so before the old instances end. Kept in the journal, so that who resumes asks for the same.
 *
 * @param healthyWithin how long the new instances may take to become healthy (the seed: 15 minutes)
 * @param url           the app's address, for the hook and for people
 * @param path          what is asked for through the load balancer: the app's health check
 * @param statusFrom    the lowest good status
 * @param statusTo      the highest good status
 * @param answers       how many good answers in a row are asked for; 0 skips asking
 * @param bake          the time that they are spread over
 * @param hook          a command that must end with 0; run by {@code sh -c}
 * @param approval      how long to wait for a person to approve; empty: nobody is asked
 */
public record Terms(Duration healthyWithin, String url, String path, int statusFrom, int statusTo, int answers,
        Duration bake, Optional<String> hook, Optional<Duration> approval) {

    public boolean isGood(int status) {
        return statusFrom <= status && status <= statusTo;
    }
}
