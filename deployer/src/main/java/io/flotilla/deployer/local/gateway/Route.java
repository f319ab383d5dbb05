package io.flotilla.deployer.local.gateway;

import java.time.Instant;
import java.util.function.Supplier;

import io.flotilla.deployer.local.targets.TargetGroup;

/**
 * A rule of the gateway: requests under this path go to these targets.
 *
 * @param app      the app's name
 * @param title    what people call it
 * @param urlPath  its path on the environment's origin, with a slash at both ends
 * @param priority of two rules that fit, the one with the lower number is taken
 * @param targets  who answers
 * @param absence  why nobody does, asked for when that is so
 */
public record Route(String app, String title, String urlPath, int priority, TargetGroup targets,
        Supplier<Absence> absence) {

    /**
     * Why an app does not answer.
     *
     * @param starting whether it will in a moment
     * @param since    since when it does not
     * @param advice   a sentence on why, and on what to do; empty if there is nothing to add
     */
    public record Absence(boolean starting, Instant since, String advice) {}

    /** Whether the rule fits a request's path; the app's own path without the last slash does too. */
    boolean serves(String path) {
        return path.startsWith(urlPath) || path.length() == urlPath.length() - 1 && urlPath.startsWith(path);
    }
}
