package io.flotilla.deployer.rollout.step;

import java.util.List;
import java.util.Optional;

import io.flotilla.deployer.journal.Facts;
import io.flotilla.deployer.journal.Step;

/** What a step decides from what it sees. */
public sealed interface Decision {

    /** Do these, in this order, then look again. */
    record Act(List<Action> actions) implements Decision {
        Act(Action... actions) {
            this(List.of(actions));
        }
    }

    /** Nothing to do but look again. */
    record Wait(String what) implements Decision {}

    /** This step is over. */
    record Next(Optional<Facts> facts) implements Decision {
        Next() {
            this(Optional.empty());
        }
    }

    /** An earlier step has to be done again. */
    record Return(Step step, String why) implements Decision {}

    /** It cannot go on: forwards it turns back, backwards a person has to look. */
    record Fail(String reason) implements Decision {}
}
