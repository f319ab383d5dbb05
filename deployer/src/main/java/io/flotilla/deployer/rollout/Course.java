package io.flotilla.deployer.rollout;

import static io.flotilla.deployer.journal.Step.AWAIT_DRAINED;
import static io.flotilla.deployer.journal.Step.AWAIT_HEALTHY;
import static io.flotilla.deployer.journal.Step.DEREGISTER;
import static io.flotilla.deployer.journal.Step.DISMISS;
import static io.flotilla.deployer.journal.Step.END;
import static io.flotilla.deployer.journal.Step.HALT;
import static io.flotilla.deployer.journal.Step.LAUNCH;
import static io.flotilla.deployer.journal.Step.RECALL;
import static io.flotilla.deployer.journal.Step.RESTORE;
import static io.flotilla.deployer.journal.Step.RETIRE;
import static io.flotilla.deployer.journal.Step.SETTLE;
import static io.flotilla.deployer.journal.Step.STEADY;
import static io.flotilla.deployer.journal.Step.SUSPEND;
import static io.flotilla.deployer.journal.Step.VERIFY;

import java.util.List;
import java.util.Optional;

import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.journal.Step;

/**
 * The order of the steps.
 *
 * @param forward when an old generation is replaced
 * @param alone   when there is none: the new instances are there, and are only verified
 * @param back    after a failure
 */
public record Course(List<Step> forward, List<Step> alone, List<Step> back) {

    public static final Course SAFE = new Course(
            List.of(SETTLE, SUSPEND, STEADY, LAUNCH, AWAIT_HEALTHY, DEREGISTER, AWAIT_DRAINED, VERIFY, RETIRE, RESTORE),
            List.of(SETTLE, AWAIT_HEALTHY, VERIFY),
            List.of(RECALL, HALT, DISMISS, END, RESTORE));

    /** The step after the one the rollout is in; empty after the last. */
    Optional<Step> after(Rollout rollout) {
        var steps = rollout.isBack() ? back : rollout.from().isPresent() ? forward : alone;
        int next = steps.indexOf(rollout.step()) + 1;
        return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
    }

    /** Whether so little was done that nothing needs undoing. */
    static boolean isUntouched(Rollout rollout) {
        return rollout.step() == SETTLE || rollout.from().isEmpty();
    }

    /** From here on the old instances end, so there is no way back but another rollout. */
    public static boolean isBeyondReturn(Rollout rollout) {
        return !rollout.isBack() && (rollout.step() == RETIRE || rollout.step() == RESTORE);
    }
}
