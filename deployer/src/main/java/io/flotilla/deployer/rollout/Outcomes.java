package io.flotilla.deployer.rollout;

import io.flotilla.deployer.journal.Rollout;

/** How a rollout that is over went, as one sentence for a person. */
public final class Outcomes {
    private Outcomes() {}

    public static String words(Rollout rollout) {
        var why = rollout.failure().orElse("");
        return switch (rollout.state()) {
            case DONE -> "done: %s runs %s".formatted(rollout.app(), shortened(rollout.to().revision()));
            case ROLLED_BACK -> "rolled back: %s; %s runs %s as before".formatted(why, rollout.app(),
                    rollout.from().map(from -> shortened(from.revision())).orElse("what it ran"));
            case FAILED -> rollout.from().isEmpty()
                    ? "failed: %s; there is no former revision to go back to".formatted(why)
                    : "failed while it %s: %s; look at the group, then resume it%s".formatted(rollout.step().words(),
                            why,
                            Course.isBeyondReturn(rollout) ? "" : " or roll it back");
            case RUNNING -> rollout.step().words();
        };
    }

    /** Enough of a revision to tell it from others, as git shortens commits. */
    public static String shortened(String revision) {
        return revision.matches("[0-9a-f]{13,}") ? revision.substring(0, 12) : revision;
    }
}
