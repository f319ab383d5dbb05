package io.flotilla.deployer.local.gateway;

import java.time.Instant;

/**
 * An app as the gateway sees it.
 *
 * @param app     the app's name
 * @param title   what people call it
 * @param urlPath its path on the environment's origin, with a slash at both ends
 * @param port    the loopback port of its process
 * @param state   whether requests are forwarded to it
 * @param since   when it came into this state
 * @param advice  a sentence for those who find it unavailable: why, and what to do; empty if there is nothing to add
 */
public record Target(String app, String title, String urlPath, int port, State state, Instant since, String advice) {

    /** Named as a load balancer names a target's states, so far as an app on this machine has them. */
    public enum State {
        /** Started, and not yet ready. */
        INITIAL,
        /** Ready: requests are forwarded. */
        HEALTHY,
        /** Its process is gone. */
        UNUSED
    }

    /** The same app in another state. */
    public Target in(State next, Instant now, String why) {
        return new Target(app, title, urlPath, port, next, now, why);
    }

    /** Whether the app answers for a request's path; so does its own path without the last slash. */
    boolean serves(String path) {
        return path.startsWith(urlPath) || path.length() == urlPath.length() - 1 && urlPath.startsWith(path);
    }
}
