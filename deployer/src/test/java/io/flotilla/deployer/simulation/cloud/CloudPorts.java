package io.flotilla.deployer.simulation.cloud;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.flotilla.deployer.platform.Front;
import io.flotilla.deployer.platform.Group;
import io.flotilla.deployer.platform.Instances;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Revisions;
import io.flotilla.deployer.platform.ScalingProcess;
import io.flotilla.deployer.platform.Targets;

/** The API of the simulated cloud. */
public final class CloudPorts implements Instances, Targets, Revisions, Front {
    private final Cloud cloud;
    private final List<Version> versions;
    private final Function<String, Integer> answers;

    /** @param answers the status that a version's instances answer at the front */
    public CloudPorts(Cloud cloud, List<Version> versions, Function<String, Integer> answers) {
        this.cloud = cloud;
        this.versions = versions;
        this.answers = answers;
    }

    @Override
    public Group describe() {
        return cloud.group();
    }

    @Override
    public void suspend(Set<ScalingProcess> processes) {
        cloud.byCaller("suspends " + processes, () -> cloud.suspended.addAll(processes));
    }

    @Override
    public void resume(Set<ScalingProcess> processes) {
        cloud.byCaller("resumes " + processes, () -> cloud.suspended.removeAll(processes));
    }

    @Override
    public void setDesired(int desired) {
        if (desired < cloud.min || desired > cloud.max) {
            throw new PlatformFailure.Final("SetDesiredCapacity", desired + " is out of bounds", null);
        }
        cloud.byCaller("sets desired to " + desired, () -> cloud.desired = desired);
    }

    @Override
    public void moveTo(String version) {
        cloud.byCaller("moves to v" + version, () -> cloud.version = version);
    }

    @Override
    public void retire(String instance) {
        var machine = machine(instance);
        if (machine.filter(Machine::isAlive).isPresent()) {
            if (cloud.desired <= cloud.min) {
                throw new PlatformFailure.Final("TerminateInstanceInAutoScalingGroup",
                        "desired equals min, it would be violated", null);
            }
            cloud.byCaller("retires " + machine.get(), () -> {
                cloud.desired--;
                cloud.terminate(machine.get());
            });
        }
    }

    @Override
    public void replace(String instance) {
        machine(instance).filter(Machine::isAlive)
                .ifPresent(machine -> cloud.byCaller("replaces " + machine, () -> cloud.terminate(machine)));
    }

    @Override
    public void markHealthy(String instance) {
        machine(instance)
                .ifPresent(machine -> cloud.byCaller("marks healthy " + machine, () -> machine.marked = false));
    }

    @Override
    public String console(String instance) {
        return "console of " + instance;
    }

    @Override
    public List<Target> health() {
        return cloud.targets();
    }

    @Override
    public void register(String instance) {
        machine(instance).filter(Machine::isAlive)
                .ifPresent(machine -> cloud.byCaller("registers " + machine, machine::register));
    }

    @Override
    public void deregister(String instance) {
        machine(instance)
                .ifPresent(machine -> cloud.byCaller("deregisters " + machine, () -> cloud.deregister(machine)));
    }

    @Override
    public boolean settled() {
        return cloud.now() > 20;
    }

    @Override
    public List<Version> all() {
        return versions;
    }

    /** [ELB] requests go to healthy targets; if none is, to all. */
    @Override
    public Answer get(String path) {
        var registered = cloud.machines.stream().filter(Machine::isRegistered).toList();
        var healthy = registered.stream().filter(machine -> machine.target == State.HEALTHY).toList();
        var choice = healthy.isEmpty() ? registered : healthy;
        int status = 503;
        if (!choice.isEmpty()) {
            var machine = choice.get(cloud.random.nextInt(choice.size()));
            status = machine.answersWell(cloud.now()) ? answers.apply(machine.version) : 502;
        }
        return new Answer(status, "", Duration.ofMillis(20));
    }

    /** Instances of others are not found, whatever they are called. */
    private Optional<Machine> machine(String id) {
        return cloud.machines.stream().filter(machine -> machine.id.equals(id)).findFirst();
    }
}
