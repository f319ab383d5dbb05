package io.flotilla.deployer.rollout;

import io.flotilla.deployer.journal.Rollout;

/** How a rollout that is over went, as one sentence for a person. */
public final class Outcomes {
    private Outcomes() {}

    public static String words(Rollout rollout) {
        var why = rollout.failure().orElse("");
        return switch (rollout.state()) {
            case DONE -> "done: %s runs %s".formatted(rollout.app(), rollout.to().revision());
            case ROLLED_BACK -> "rolled back: %s; %s runs %s as before".formatted(why, rollout.app(),
                    rollout.from().map(from -> from.revision()).orElse("what it ran"));
            case FAILED -> rollout.from().isEmpty()
                    ? "failed: %s; there is no former revision to go back to".formatted(why)
                    : "failed while it %s: %s; look at the group, then resume it or roll it back"
                            .formatted(rollout.step().words(), why);
            case RUNNING -> rollout.step().words();
        };
    }
}
