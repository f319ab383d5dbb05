package io.flotilla.deployer.rollout;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.journal.History;
import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.journal.Requests;
import io.flotilla.deployer.journal.Requests.Kind;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.rollout.step.Backward;
import io.flotilla.deployer.rollout.step.Decision;
import io.flotilla.deployer.rollout.step.Forward;
import io.flotilla.deployer.rollout.step.Patience;
import io.flotilla.deployer.rollout.step.Scene;
import io.flotilla.deployer.rollout.step.Verification;

/**
 * Takes one rollout from where its journal has it to its end: looks, decides, journals, acts, and says when to come again. If it
 * ends in the middle, another one made from the journal goes on. For one thread.
 */
public final class RolloutRun {
    /** Where nothing but patience is left, patience ends too, and a person has to look. */
    private static final Duration STUCK = Duration.ofMinutes(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(40);
    /**
     * How old the write may be that an action follows. With the 50 s that a call takes at most, and 10 s between the clocks of two
     * machines, that is {@link Journal#LEASE}.
     */
    static final Duration ACTS_WITHIN = Duration.ofSeconds(60);

    private final Circumstances with;
    private final Journal journal;
    private final Requests requests;
    private final News news;
    private final Patience patience = new Patience();
    private final Forward forward = new Forward(patience);
    private final Backward backward = new Backward(patience);
    private Verification verification;
    private Rollout rollout;
    private Instant written = Instant.MIN;
    private String awaited = "";
    private int failures;

    /**
     * What a run works with.
     *
     * @param poll   the time between two looks
     * @param random spreads repetitions, so that many rollouts do not press a struggling platform in step
     */
    public record Circumstances(Ports ports, Noticeboard board, InstantSource clock, RandomGenerator random,
            Course course, Verification.Hook hook, Duration poll, Listener listener) {}

    /** Hears what happens, as it happens. */
    public interface Listener {
        void heard(Rollout rollout, String what);
    }

    /** @param rollout begun, or as the journal has it */
    public RolloutRun(Circumstances with, Journal journal, Rollout rollout) {
        this.with = with;
        this.journal = journal;
        this.rollout = rollout;
        this.requests = new Requests(with.board(), rollout.app());
        this.news = new News(with.board());
        this.verification = new Verification(with.hook());
    }

    public Rollout rollout() {
        return rollout;
    }

    /**
     * Does what is due.
     *
     * @return how long to wait before the next call; empty once it is over and the app is let go
     * @throws Journal.Lost if somebody else has taken over; nothing was done since
     */
    public Optional<Duration> advance() throws Journal.Lost {
        try {
            var pause = rollout.isOver() ? finish() : step();
            failures = 0;
            return pause;
        } catch (PlatformFailure.Final failure) {
            return mayGoBack() ? refused(failure.getMessage()) : later(failure.getMessage());
        } catch (PlatformFailure.Transient | UncheckedIOException failure) {
            return later(failure.getMessage());
        }
    }

    private Optional<Duration> refused(String why) throws Journal.Lost {
        try {
            return turnBack(why, List.of());
        } catch (UncheckedIOException failure) {
            return later(failure.getMessage());
        }
    }

    /** Turns a rollout back that somebody wants back, before it goes on. */
    public void turnBack(String reason) throws Journal.Lost {
        if (mayGoBack()) {
            turnBack(reason, List.of());
        }
    }

    private boolean mayGoBack() {
        return !rollout.isBack() && !Course.isBeyondReturn(rollout);
    }

    private Optional<Duration> step() throws Journal.Lost {
        var now = with.clock().instant();
        var abort = mayGoBack() ? requests.find(Kind.ABORT, rollout.id()) : Optional.<Requests.Request>empty();
        if (abort.isPresent()) {
            return turnBack("aborted by " + abort.get().by(), List.of());
        }
        var scene = new Scene(with.ports().instances().describe(), with.ports().targets().health(), rollout.to().id());
        patience.look(now);
        var changed = !scene.seen().equals(rollout.seen());
        rollout = rollout.saw(scene.seen());
        var decision = decide(scene, now);
        if (decision instanceof Decision.Act act) {
            return act(act);
        } else if (decision instanceof Decision.Next next) {
            return next(next, now);
        } else if (decision instanceof Decision.Return back) {
            patience.forget();
            return proceed(going -> going.wrote(now, back.why()).at(back.step(), now), back.why());
        } else if (decision instanceof Decision.Fail fail) {
            return fail(fail.reason(), scene);
        }
        return await(((Decision.Wait) decision).what(), changed, now);
    }

    private Decision decide(Scene scene, Instant now) {
        return switch (rollout.step()) {
            case SETTLE -> forward.settle(rollout, scene, with.ports().revisions().settled(), now);
            case SUSPEND -> forward.suspend(scene);
            case STEADY -> forward.steady(rollout, scene, now);
            case LAUNCH -> forward.launch(rollout, scene);
            case AWAIT_HEALTHY -> forward.awaitHealthy(rollout, scene, now);
            case DEREGISTER -> forward.deregister(rollout, scene);
            case AWAIT_DRAINED -> forward.awaitDrained(rollout, scene);
            case VERIFY -> forward.lacksServing(rollout, scene)
                    .orElseGet(() -> verification.decide(rollout, with.ports().front(), requests, now));
            case RETIRE -> forward.retire(rollout, scene);
            case RECALL -> backward.recall(rollout, scene, now);
            case HALT -> backward.halt(rollout, scene);
            case DISMISS -> backward.dismiss(rollout, scene);
            case END -> backward.end(rollout, scene);
            case RESTORE -> Forward.restore(rollout, scene);
        };
    }

    /**
     * Journals what it is going to do, and only then does it; and not at all if so much time has passed since that somebody else may
     * have taken over, as after a suspended machine's waking. Then it looks and writes again, and so learns of it.
     */
    private Optional<Duration> act(Decision.Act act) throws Journal.Lost {
        if (isStuck()) {
            return giveUp("cannot go on");
        }
        for (var action : act.actions()) {
            write(rollout.wrote(with.clock().instant(), action.toString()));
            with.listener().heard(rollout, action.toString());
            if (!with.clock().instant().isBefore(written.plus(ACTS_WITHIN))) {
                return Optional.of(Duration.ZERO);
            }
            action.perform(with.ports());
        }
        return Optional.of(with.poll());
    }

    private Optional<Duration> next(Decision.Next next, Instant now) throws Journal.Lost {
        patience.forget();
        var noted = next.facts().map(rollout::noted).orElse(rollout);
        var step = with.course().after(rollout);
        if (step.isEmpty()) {
            rollout = noted;
            return end(rollout.isBack() ? State.ROLLED_BACK : State.DONE);
        }
        return proceed(going -> next.facts().map(going::noted).orElse(going).at(step.get(), now), step.get().words());
    }

    private Optional<Duration> proceed(UnaryOperator<Rollout> change, String what) throws Journal.Lost {
        write(change.apply(rollout));
        with.listener().heard(rollout, what);
        news.tell(rollout, what, with.clock().instant());
        return Optional.of(Duration.ZERO);
    }

    private Optional<Duration> await(String what, boolean changed, Instant now) throws Journal.Lost {
        if (isStuck()) {
            return giveUp(what);
        }
        if (changed || !what.equals(awaited) || !now.isBefore(written.plus(News.AT_LEAST_EVERY))) {
            write(rollout);
            awaited = what;
            news.tell(rollout, rollout.step().words() + ": " + what, now);
        }
        with.listener().heard(rollout, what);
        return Optional.of(with.poll());
    }

    private Optional<Duration> fail(String reason, Scene scene) throws Journal.Lost {
        if (!mayGoBack()) {
            return giveUp(reason);
        }
        var found = new java.util.ArrayList<>(verification.evidence());
        found.addAll(Findings.of(scene, with.ports()));
        return turnBack(reason, found);
    }

    private Optional<Duration> turnBack(String reason, List<Rollout.Evidence> found) throws Journal.Lost {
        var now = with.clock().instant();
        verification.stop();
        verification = new Verification(with.hook());
        patience.forget();
        if (Course.isUntouched(rollout)) {
            rollout = rollout.failed(reason, found, now);
            return end(rollout.from().isPresent() ? State.ROLLED_BACK : State.FAILED);
        }
        return proceed(going -> going.turned(with.course().back().get(0), reason, found, now),
                reason + "; going back");
    }

    /** Neither way is safe, or both take too long: everything stays as it is for a person to look at. */
    private Optional<Duration> giveUp(String reason) throws Journal.Lost {
        rollout = rollout.failed(reason, List.of(), with.clock().instant());
        return end(State.FAILED);
    }

    private boolean isStuck() {
        return !mayGoBack() && !with.clock().instant().isBefore(rollout.since().plus(STUCK));
    }

    private Optional<Duration> end(State state) throws Journal.Lost {
        rollout = rollout.ended(state, with.clock().instant());
        return finish();
    }

    /** The history first, so that a crash in between only makes somebody end it again. */
    private Optional<Duration> finish() throws Journal.Lost {
        try {
            new History(with.board(), rollout.app()).add(rollout);
        } catch (Superseded busy) {
            throw new UncheckedIOException(new java.io.IOException(busy));
        }
        journal.release(rollout);
        news.tell(rollout, Outcomes.words(rollout), with.clock().instant());
        with.listener().heard(rollout, Outcomes.words(rollout));
        return Optional.empty();
    }

    private Optional<Duration> later(String why) throws Journal.Lost {
        failures++;
        with.listener().heard(rollout, "tries again: " + why);
        if (isStuck() && !rollout.isOver()) {
            rollout = rollout.failed(why, List.of(), with.clock().instant()).ended(State.FAILED,
                    with.clock().instant());
        }
        keepHold();
        var pause = with.poll().multipliedBy(1L << Math.min(failures - 1, 3));
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return Optional.of(pause.plusMillis(with.random().nextLong(1 + pause.toMillis() / 4)));
    }

    /** A platform in trouble must not cost the lock. */
    private void keepHold() throws Journal.Lost {
        var now = with.clock().instant();
        if (!rollout.isOver() && !now.isBefore(written.plus(News.AT_LEAST_EVERY))) {
            try {
                write(rollout);
            } catch (UncheckedIOException alsoInTrouble) {
                // Then nothing is done either, until a write comes back.
                return;
            }
        }
    }

    private void write(Rollout next) throws Journal.Lost {
        var now = with.clock().instant();
        journal.write(next, now);
        rollout = next;
        written = now;
    }
}
