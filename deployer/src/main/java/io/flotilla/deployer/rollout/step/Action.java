package io.flotilla.deployer.rollout.step;

import java.util.Set;
import java.util.stream.Collectors;

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

    /** @see io.flotilla.deployer.platform.Instances#retire */
    record Retire(String instance) implements Action {
        @Override
        public void perform(Ports ports) {
            ports.instances().retire(instance);
        }

        @Override
        public String toString() {
            return "ends " + instance;
        }
    }

    /** @see io.flotilla.deployer.platform.Instances#replace */
    record Replace(String instance) implements Action {
        @Override
        public void perform(Ports ports) {
            ports.instances().replace(instance);
        }

        @Override
        public String toString() {
            return "has %s replaced".formatted(instance);
        }
    }

    /** @see io.flotilla.deployer.platform.Instances#markHealthy */
    record MarkHealthy(String instance) implements Action {
        @Override
        public void perform(Ports ports) {
            ports.instances().markHealthy(instance);
        }

        @Override
        public String toString() {
            return "marks %s healthy".formatted(instance);
        }
    }

    /** @see io.flotilla.deployer.platform.Targets#register */
    record Register(String instance) implements Action {
        @Override
        public void perform(Ports ports) {
            ports.targets().register(instance);
        }

        @Override
        public String toString() {
            return "registers " + instance;
        }
    }

    /** @see io.flotilla.deployer.platform.Targets#deregister */
    record Deregister(String instance) implements Action {
        @Override
        public void perform(Ports ports) {
            ports.targets().deregister(instance);
        }

        @Override
        public String toString() {
            return "deregisters " + instance;
        }
    }

    private static String names(Set<ScalingProcess> processes) {
        return processes.stream().sorted().map(ScalingProcess::key).collect(Collectors.joining(", "));
    }
}
