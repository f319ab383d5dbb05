package io.flotilla.deployer.rollout.step;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import io.flotilla.deployer.platform.Group.Member;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.platform.ScalingProcess;

/** One thing done to an app's group or its targets. As text it says what is done, for the journal. */
public sealed interface Action {

    void perform(Ports ports);

    /** @see io.flotilla.deployer.platform.Instances#suspend */
    record Suspend(Set<ScalingProcess> processes) implements Action {
        @Override
        public void perform(Ports ports) {
            ports.instances().suspend(processes);
        }

        @Override
        public String toString() {
            return "suspends " + names(processes);
        }
    }

    /** @see io.flotilla.deployer.platform.Instances#resume */
    record Resume(Set<ScalingProcess> processes) implements Action {
        @Override
        public void perform(Ports ports) {
            ports.instances().resume(processes);
        }

        @Override
        public String toString() {
            return "resumes " + names(processes);
        }
    }

    /** @see io.flotilla.deployer.platform.Instances#moveTo */
    record MoveTo(String version) implements Action {
        @Override
        public void perform(Ports ports) {
            ports.instances().moveTo(version);
        }

        @Override
        public String toString() {
            return "moves the group to version " + version;
        }
    }

    /** @see io.flotilla.deployer.platform.Instances#setDesired */
    record SetDesired(int desired) implements Action {
        @Override
        public void perform(Ports ports) {
            ports.instances().setDesired(desired);
        }

        @Override
        public String toString() {
            return "sets desired to " + desired;
        }
    }

    /** What can be done to one instance. */
    enum Deed {
        /** @see io.flotilla.deployer.platform.Instances#retire */
        RETIRE("ends %s", (ports, instance) -> ports.instances().retire(instance)),
        /** @see io.flotilla.deployer.platform.Instances#replace */
        REPLACE("has %s replaced", (ports, instance) -> ports.instances().replace(instance)),
        /** @see io.flotilla.deployer.platform.Instances#markHealthy */
        MARK_HEALTHY("marks %s healthy", (ports, instance) -> ports.instances().markHealthy(instance)),
        /** @see io.flotilla.deployer.platform.Targets#register */
        REGISTER("registers %s", (ports, instance) -> ports.targets().register(instance)),
        /** @see io.flotilla.deployer.platform.Targets#deregister */
        DEREGISTER("deregisters %s", (ports, instance) -> ports.targets().deregister(instance));

        private final String words;
        private final BiConsumer<Ports, String> work;

        Deed(String words, BiConsumer<Ports, String> work) {
            this.words = words;
            this.work = work;
        }

        Action to(Member member) {
            return new ToInstance(this, member.id());
        }
    }

    /** Something done to one instance. */
    record ToInstance(Deed deed, String instance) implements Action {
        @Override
        public void perform(Ports ports) {
            deed.work.accept(ports, instance);
        }

        @Override
        public String toString() {
            return deed.words.formatted(instance);
        }
    }

    private static String names(Set<ScalingProcess> processes) {
        return processes.stream().sorted().map(ScalingProcess::key).collect(Collectors.joining(", "));
    }
}
