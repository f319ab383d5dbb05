package io.flotilla.deployer.rollout;

import java.util.Optional;
import java.util.function.Predicate;

import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.platform.Revisions.Version;
import io.flotilla.deployer.rollout.RolloutRun.Circumstances;
import io.flotilla.deployer.rollout.step.Scene;
import io.flotilla.deployer.terminal.Failure;

/** Where rollouts of one app begin, and are taken up again: under the app's lock, from its journal. */
public final class Rollouts {
    private final Circumstances with;
    private final String app;
    private final Who who;

    /** @see io.flotilla.deployer.journal.Holder */
    public record Who(String name, String host, String token) {}

    public Rollouts(Circumstances with, String app, Who who) {
        this.with = with;
        this.app = app;
        this.who = who;
    }

    /**
     * @throws Journal.Taken if somebody else holds the app
     * @throws Failure       if its last rollout has not come to an end
     */
    public RolloutRun begin(Rollout.Order order) throws Journal.Taken, Journal.Lost {
        var journal = take();
        var unfinished = journal.page().rollout().filter(Rollouts::isUnfinished);
        if (unfinished.isPresent()) {
            journal.release();
            throw new Failure("rollout %s of %s has not come to an end: %s; resume it or roll it back first"
                    .formatted(unfinished.get().id(), app, Outcomes.words(unfinished.get())));
        }
        var rollout = Rollout.begun(order);
        journal.write(rollout, with.clock().instant());
        return new RolloutRun(with, journal, rollout);
    }

    /**
     * Goes on where the last rollout was left, in the direction it had.
     *
     * @throws Failure if it came to an end
     */
    public RolloutRun resume() throws Journal.Taken, Journal.Lost {
        return takeUp(Rollouts::isUnfinished, "there is nothing to resume: the last rollout of %s came to an end");
    }

    /**
     * Goes back from where the last rollout was left.
     *
     * @throws Failure if it came to an end, or its old instances are going already
     */
    public RolloutRun rollBack() throws Journal.Taken, Journal.Lost {
        var run = takeUp(rollout -> isUnfinished(rollout) && !Course.isBeyondReturn(rollout),
                "no rollout of %s can be turned back: it came to an end, or ends the old instances already; resume it,"
                        + " or roll out the former revision");
        run.turnBack("rolled back by " + who.name());
        return run;
    }

    private RolloutRun takeUp(Predicate<Rollout> fit, String otherwise) throws Journal.Taken, Journal.Lost {
        var journal = take();
        var fitting = journal.page().rollout().filter(fit);
        if (fitting.isEmpty()) {
            journal.release();
            throw new Failure(otherwise.formatted(app));
        }
        var now = with.clock().instant();
        var rollout = fitting.get().resumed(who.name(), now);
        journal.write(rollout, now);
        return new RolloutRun(with, journal, rollout);
    }

    /** One that failed left things half done; a first deploy left nothing to go back to. */
    public static boolean isUnfinished(Rollout rollout) {
        return switch (rollout.state()) {
            case RUNNING -> true;
            case FAILED -> rollout.from().isPresent();
            case DONE, ROLLED_BACK -> false;
        };
    }

    /** The version that a group's instances are rolled out from, if any of them is not of the new one. */
    public static Optional<Version> from(Ports ports, Version to) {
        var group = ports.instances().describe();
        if (!group.version().equals(to.id())) {
            return ports.revisions().version(group.version())
                    .or(() -> Optional.of(new Version(group.version(), "unknown")));
        }
        return Scene.alive(group.instances()).stream().map(member -> member.version())
                .filter(version -> !version.equals(to.id())).findFirst()
                .map(version -> ports.revisions().version(version).orElse(new Version(version, "unknown")));
    }

    private Journal take() throws Journal.Taken {
        return Journal.take(with.board(), app, who.name(), who.host(), who.token(), with.clock().instant());
    }
}
