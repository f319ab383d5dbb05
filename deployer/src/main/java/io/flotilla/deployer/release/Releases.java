package io.flotilla.deployer.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.parallel.InParallel;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.rollout.Outcomes;
import io.flotilla.deployer.rollout.RolloutRun;
import io.flotilla.deployer.terminal.Failure;

/** The rollouts of several apps, a few at a time. After a failure no further one is begun; those under way go on to their end. */
public final class Releases {
    private final int atATime;
    private final boolean stopOnFailure;
    private final AtomicBoolean stopped = new AtomicBoolean();

    public Releases(int atATime, boolean stopOnFailure) {
        this.atATime = atATime;
        this.stopOnFailure = stopOnFailure;
    }

    /** One app's rollout, yet to be begun. */
    public record Job(String app, Beginning beginning) {}

    /** Takes the lock and writes the journal. */
    public interface Beginning {
        RolloutRun begin();
    }

    /**
     * What came of an app.
     *
     * @param rollout empty if it was not begun, or went out of this process's hands
     * @param words   the outcome as a sentence
     */
    public record Result(String app, Optional<Rollout> rollout, boolean isDone, String words) {}

    /** In the order of the jobs. */
    public List<Result> run(List<Job> jobs) {
        try (var workers = new InParallel(Math.max(1, Math.min(atATime, jobs.size())))) {
            return new ArrayList<>(workers.map(jobs, this::run));
        }
    }

    private Result run(Job job) {
        if (stopped.get()) {
            return new Result(job.app(), Optional.empty(), false, "not begun, because another rollout failed");
        }
        try {
            var rollout = Release.drive(job.beginning().begin());
            var done = rollout.state() == State.DONE;
            stopped.compareAndSet(false, !done && stopOnFailure);
            return new Result(job.app(), Optional.of(rollout), done, Outcomes.words(rollout));
        } catch (Failure | PlatformFailure failure) {
            stopped.compareAndSet(false, stopOnFailure);
            return new Result(job.app(), Optional.empty(), false, failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Result(job.app(), Optional.empty(), false, "interrupted; resume it or roll it back");
        }
    }
}
