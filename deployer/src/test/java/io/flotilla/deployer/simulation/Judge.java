package io.flotilla.deployer.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.posting.RolloutPosting;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.platform.ScalingProcess;
import io.flotilla.deployer.simulation.cloud.Truth;

/** What must be true when a rollout is over and the world has come to rest. */
final class Judge {
    private final Drama drama;
    private final List<String> originals;
    private final List<String> violations = new ArrayList<>();

    /** @param originals the instances that were there at first */
    Judge(Drama drama, List<String> originals) {
        this.drama = drama;
        this.originals = originals;
    }

    List<String> judge(Noticeboard board, Truth truth, Set<ScalingProcess> suspended) {
        var page = Journal.read(board, Simulation.APP);
        var state = page.rollout().map(Rollout::state);
        must(page.holder().isEmpty() || page.rollout().isEmpty(), "the lock is released");
        must(suspended.equals(drama.suspended()),
                "processes are as they were, but %s are suspended".formatted(suspended));
        must(!drama.broken() || !state.equals(Optional.of(State.DONE)), "a broken version is never done");
        if (drama.first()) {
            must(page.rollout().isEmpty() || page.rollout().get().isOver(), "it comes to an end");
        } else {
            must(state.isEmpty() || state.get() == State.DONE || state.get() == State.ROLLED_BACK,
                    "it comes to an end");
            allNewOrAllOld(truth, state.equals(Optional.of(State.DONE)));
        }
        must(state.isEmpty() || drama.errors() > 0 || drama.crashes() > 0 || drama.stalls()
                || RolloutPosting.read(board, Simulation.APP).map(RolloutPosting::state).equals(state),
                "the news say how it ended");
        return violations;
    }

    private void allNewOrAllOld(Truth truth, boolean done) {
        var version = (done ? Simulation.NEW : Simulation.OLD).id();
        must(truth.version().equals(version), "the group's version is " + version);
        must(truth.desired() == drama.capacity(), "desired is as it was");
        var alive = truth.alive();
        must(alive.size() == drama.capacity(), "capacity is as it was, but there are " + alive);
        must(alive.stream().allMatch(body -> body.version().equals(version)), "all are v" + version + ": " + alive);
        // With its health checks off from the beginning, the group does not replace what dies.
        must(drama.suspended().contains(ScalingProcess.HEALTH_CHECK)
                || alive.stream().allMatch(Truth.Body::healthy), "all are healthy: " + alive);
        if (!done) {
            var gone = new ArrayList<>(originals);
            truth.bodies().stream().filter(body -> body.alive() || body.hit()).map(Truth.Body::id)
                    .forEach(gone::remove);
            must(gone.isEmpty(), "a rollback keeps the old instances that no fault hit, but lost " + gone);
        }
    }

    private void must(boolean so, String what) {
        if (!so) {
            violations.add("not so: " + what);
        }
    }
}
