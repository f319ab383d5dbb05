package io.flotilla.deployer.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.flotilla.deployer.journal.Step;
import io.flotilla.deployer.platform.Group;
import io.flotilla.deployer.platform.Instances;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.platform.ScalingProcess;
import io.flotilla.deployer.platform.Targets;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.rollout.Course;
import org.junit.jupiter.api.Test;

/** Mistakes that a rollout could make, planted one at a time: the simulation must see each of them. */
class PlantedBugsTest {
    private static final int SEEDS = 600;

    @Test
    void swappedStepsAreCaught() {
        var swapped = new ArrayList<>(Course.SAFE.forward());
        java.util.Collections.swap(swapped, swapped.indexOf(Step.VERIFY), swapped.indexOf(Step.RETIRE));
        isCaught(new Mutation(new Course(swapped, Course.SAFE.alone(), Course.SAFE.back()), UnaryOperator.identity()),
                "a rollback keeps the old instances");
    }

    @Test
    void processesThatAreNeverResumedAreCaught() {
        isCaught(new Mutation(new Course(without(Course.SAFE.forward(), Step.RESTORE), Course.SAFE.alone(),
                without(Course.SAFE.back(), Step.RESTORE)), UnaryOperator.identity()), "processes are as they were");
    }

    @Test
    void oldInstancesThatLeaveBeforeTheNewOnesAreHealthyAreCaught() {
        isCaught(ports(ports -> new Ports(ports.instances(), new Believing(ports.targets()), ports.revisions(),
                ports.front())), "serve where");
    }

    @Test
    void healthChecksThatKeepRunningAreCaught() {
        isCaught(ports(ports -> new Ports(new WithHealthChecks(ports.instances()), ports.targets(), ports.revisions(),
                ports.front())), "a rollback keeps the old instances");
    }

    @Test
    void shrinkingByDesiredCapacityIsCaught() {
        isCaught(ports(ports -> new Ports(new Shrinking(ports.instances()), ports.targets(), ports.revisions(),
                ports.front())), "because the group shrinks and picks");
    }

    @Test
    void aRollbackThatForgetsTheVersionIsCaught() {
        isCaught(ports(ports -> new Ports(new Once(ports.instances()), ports.targets(), ports.revisions(),
                ports.front())), "the group's version");
    }

    @Test
    void aNoticeboardThatDoesNotFenceIsCaught() {
        isCaught(new Mutation(Course.SAFE, UnaryOperator.identity(), true, false), "overtaken");
    }

    @Test
    void aProcessThatDoesNotSeeHowLongItStalledIsCaught() {
        isCaught(new Mutation(Course.SAFE, UnaryOperator.identity(), false, true), "overtaken");
    }

    private static void isCaught(Mutation mutation, String violation) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var failure = new Simulation(Drama.of(seed), mutation).failure();
            if (failure.isPresent() && failure.get().contains(violation)) {
                assertTrue(failure.get().contains("VIOLATION"), failure.get());
                return;
            }
        }
        fail("%d seeds did not see the planted bug".formatted(SEEDS));
    }

    private static Mutation ports(UnaryOperator<Ports> faulty) {
        return new Mutation(Course.SAFE, faulty);
    }

    private static List<Step> without(List<Step> steps, Step left) {
        return steps.stream().filter(step -> step != left).toList();
    }

    /** Believes that whoever is registered is healthy. */
    private record Believing(Targets real) implements Targets {
        @Override
        public List<Target> health() {
            return real.health().stream().map(target -> target.state() == State.DRAINING
                    ? target
                    : new Target(target.instance(), State.HEALTHY, target.reason(), target.description())).toList();
        }

        @Override
        public void register(String instance) {
            real.register(instance);
        }

        @Override
        public void deregister(String instance) {
            real.deregister(instance);
        }
    }

    /** Passes everything on; a bug overrides what it spoils. */
    private static class Passing implements Instances {
        final Instances real;

        Passing(Instances real) {
            this.real = real;
        }

        @Override
        public Group describe() {
            return real.describe();
        }

        @Override
        public void suspend(Set<ScalingProcess> processes) {
            real.suspend(processes);
        }

        @Override
        public void resume(Set<ScalingProcess> processes) {
            real.resume(processes);
        }

        @Override
        public void setDesired(int desired) {
            real.setDesired(desired);
        }

        @Override
        public void moveTo(String version) {
            real.moveTo(version);
        }

        @Override
        public void retire(String instance) {
            real.retire(instance);
        }

        @Override
        public void replace(String instance) {
            real.replace(instance);
        }

        @Override
        public void markHealthy(String instance) {
            real.markHealthy(instance);
        }

        @Override
        public String console(String instance) {
            return real.console(instance);
        }
    }

    /** Leaves the group's health checks running. */
    private static final class WithHealthChecks extends Passing {
        private static final Set<ScalingProcess> CHECKS = Set.of(ScalingProcess.HEALTH_CHECK,
                ScalingProcess.REPLACE_UNHEALTHY);

        WithHealthChecks(Instances real) {
            super(real);
        }

        @Override
        public void suspend(Set<ScalingProcess> processes) {
            var some = new HashSet<>(processes);
            some.removeAll(CHECKS);
            super.suspend(some);
        }

        @Override
        public Group describe() {
            var group = super.describe();
            var suspended = new HashSet<>(group.suspended());
            if (!suspended.isEmpty()) {
                suspended.addAll(CHECKS);
            }
            return new Group(group.min(), group.max(), group.desired(), group.version(), suspended, group.refreshing(),
                    group.instances());
        }
    }

    /** Ends instances by lowering desired, and trusts the group to pick the right ones. */
    private static final class Shrinking extends Passing {
        Shrinking(Instances real) {
            super(real);
        }

        @Override
        public void retire(String instance) {
            super.setDesired(Math.max(super.describe().min(), super.describe().desired() - 1));
        }
    }

    /** Moves the group forward but never back. */
    private static final class Once extends Passing {
        private boolean back;

        Once(Instances real) {
            super(real);
        }

        @Override
        public void moveTo(String version) {
            back = version.equals("1");
            if (!back) {
                super.moveTo(version);
            }
        }

        @Override
        public Group describe() {
            var group = super.describe();
            return back
                    ? new Group(group.min(), group.max(), group.desired(), "1", group.suspended(),
                            group.refreshing(), group.instances())
                    : group;
        }
    }
}
