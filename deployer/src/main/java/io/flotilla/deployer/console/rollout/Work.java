package io.flotilla.deployer.console.rollout;

import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.deployer.release.Release;
import io.flotilla.deployer.rollout.RolloutRun;
import io.flotilla.deployer.terminal.Failure;
import org.jboss.logging.Logger;

/**
 * Rollouts that the console itself carries out. If it ends in the middle, their locks expire, and anybody can resume them.
 */
@ApplicationScoped
public class Work {
    private static final Logger LOG = Logger.getLogger(Work.class);

    /**
     * Begins one and returns once it has the lock.
     *
     * @throws Failure if it cannot be begun
     */
    void begin(Release release, BiFunction<Release, RolloutRun.Listener, RolloutRun> beginning) {
        var run = beginning.apply(release, (rollout, what) -> LOG.debugf("%s: %s", rollout.id(), what));
        var worker = new Thread(() -> drive(run), "rollout " + run.rollout().id());
        worker.setDaemon(true);
        worker.start();
    }

    private static void drive(RolloutRun run) {
        try {
            Release.drive(run);
        } catch (Failure | InterruptedException stopped) {
            LOG.warnf("rollout %s: %s", run.rollout().id(), stopped.getMessage());
        }
    }
}
