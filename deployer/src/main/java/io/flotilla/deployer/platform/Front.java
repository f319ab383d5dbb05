package io.flotilla.deployer.platform;

import java.time.Duration;

/** The app as a browser reaches it: through the load balancer, without signing in, without following redirects. */
public interface Front {

    /**
     * One GET, within ten seconds. An app that does not answer is an {@link Answer}, not a failure.
     *
     * @param path on the environment's origin, such as {@code /portal_lms/q/health/ready}
     */
    Answer get(String path);

    /**
     * What came back.
     *
     * @param status  the HTTP status; 0 if there was no answer
     * @param body    its first 2,000 characters; without an answer, why there was none
     * @param latency until the answer was there
     */
    record Answer(int status, String body, Duration latency) {}
}
