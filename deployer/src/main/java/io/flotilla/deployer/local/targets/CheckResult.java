package io.flotilla.deployer.local.targets;

import io.flotilla.deployer.platform.Targets;

/**
 * What came of one health check, in a load balancer's words.
 *
 * @param good        whether the target may be sent requests, as far as this check goes
 * @param reason      the code of what is wrong; empty if nothing is
 * @param description the sentence that belongs to it
 */
record CheckResult(boolean good, String reason, String description) {

    static CheckResult answered(HealthPolicy policy, int status) {
        return policy.isGood(status)
                ? new CheckResult(true, "", "")
                : new CheckResult(false, Targets.Target.BAD_ANSWER,
                        "Health checks failed with these codes: [%d]".formatted(status));
    }

    static CheckResult tooLate() {
        return new CheckResult(false, "Target.Timeout", "Request timed out");
    }

    static CheckResult refused() {
        return new CheckResult(false, "Target.FailedHealthChecks", "Health checks failed");
    }
}
