package io.flotilla.deployer.local.group;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import io.flotilla.deployer.local.gateway.Route;
import io.flotilla.deployer.local.instance.LaunchVersion;
import io.flotilla.deployer.local.process.LogTail;
import io.flotilla.deployer.local.targets.TargetGroup;
import io.flotilla.deployer.platform.Group;
import io.flotilla.deployer.platform.Group.Lifecycle;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.ScalingProcess;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.terminal.Failure;

/**
 * One app's instances on this machine, by an Auto Scaling group's rules: it keeps as many as are desired, of its version;
 * whoever goes is deregistered and drains first. An instance whose process has ended is gone at once.
 */
public final class AppGroup {
    private static final Duration CTRL_C = Duration.ofMillis(500);
    private static final int CONSOLE_LINES = 200;

    private final Crew crew;
    private final TargetGroup targets;
    private final LaunchVersions versions;
    private final Numbers numbers;
    private final Absences absences;
    private final Machines machines = new Machines();
    private final Set<ScalingProcess> suspended = EnumSet.noneOf(ScalingProcess.class);
    private final CompletableFuture<Process> ready = new CompletableFuture<>();
    private Definition definition;
    private String version = "";
    private int desired;
    private boolean removed;

    AppGroup(Definition definition, Crew crew) {
        this.definition = definition;
        this.crew = crew;
        this.targets = new TargetGroup(definition.policy(), crew.clock());
        this.versions = new LaunchVersions(definition.app(), crew.folder().resolve(definition.app()));
        this.numbers = new Numbers(crew.folder().resolve(definition.app()).resolve("last-instance"));
        this.absences = new Absences(crew.away(), crew.clock().instant());
    }

    public synchronized Definition definition() {
        return definition;
    }

    public TargetGroup targets() {
        return targets;
    }

    /** The first process that was sent requests; a {@link Failure} if none came up. */
    public CompletableFuture<Process> ready() {
        return ready;
    }

    public List<LaunchVersion> versions() {
        return versions.all();
    }

    /** Takes what the catalogue says now: a new version if instances of it would differ. None is replaced. */
    synchronized LaunchVersion apply(Definition next, Artifacts.Copy copy) {
        var added = versions.add(next, copy);
        definition = next;
        targets.judgeBy(next.policy());
        crew.routes().put(new Route(next.app(), next.title(), next.urlPath(), next.priority(), targets,
                this::absence));
        if (version.isEmpty()) {
            version = added.id();
            desired = next.instances();
        }
        return added;
    }

    /** Only if none could want to start from it again. */
    synchronized void forget(LaunchVersion old) {
        if (!old.id().equals(version) && machines.all().stream().noneMatch(one -> one.version.equals(old.id()))) {
            versions.forget(old);
        }
    }

    private synchronized Route.Absence absence() {
        return absences.now();
    }

    public synchronized Group describe() {
        return new Group(definition.instances(), 2 * definition.instances(), desired, version, suspended, false,
                machines.all().stream().map(Machine::seen).toList());
    }

    public synchronized void suspend(Set<ScalingProcess> processes) {
        suspended.addAll(processes);
    }

    public synchronized void resume(Set<ScalingProcess> processes) {
        suspended.removeAll(processes);
    }

    public synchronized void setDesired(int next) {
        var least = definition.instances();
        if (next < least || next > 2 * least) {
            throw refused("SetDesiredCapacity", "%d is not between %d and %d".formatted(next, least, 2 * least));
        }
        desired = next;
    }

    public synchronized void moveTo(String next) {
        if (versions.find(next).isEmpty()) {
            throw refused("UpdateAutoScalingGroup", "there is no version " + next);
        }
        version = next;
    }

    /** Ends it, and another takes its place unless one fewer is desired from now on. */
    public synchronized void terminate(String instance, boolean decrement) {
        var machine = machines.running(instance);
        if (machine.isEmpty()) {
            isOurs(instance, "TerminateInstanceInAutoScalingGroup");
            return;
        }
        if (decrement && desired - 1 < definition.instances()) {
            throw refused("TerminateInstanceInAutoScalingGroup", "desired would be %d, and the least is %d"
                    .formatted(desired - 1, definition.instances()));
        }
        desired -= decrement ? 1 : 0;
        leave(machine.get());
    }

    public synchronized void markHealthy(String instance) {
        machines.running(instance).orElseThrow(() -> absent("SetInstanceHealth", instance)).healthy = true;
    }

    public synchronized void register(String instance) {
        var machine = machines.running(instance).orElseThrow(() -> absent("RegisterTargets", instance));
        targets.register(instance, machine.port);
    }

    public synchronized void deregister(String instance) {
        isOurs(instance, "DeregisterTargets");
        targets.deregister(instance);
    }

    /** The end of what an instance has printed, of one that is gone too. */
    public String console(String instance) {
        isOurs(instance, "GetConsoleOutput");
        return String.join("\n", LogTail.of(crew.programs().log(instance), CONSOLE_LINES));
    }

    /** An id of this app's, of whatever time: ids are the app's name and a number. */
    private void isOurs(String instance, String action) {
        if (!instance.matches(Pattern.quote(definition.app()) + "-\\d+")) {
            throw refused(action, "%s is no instance of this app".formatted(instance));
        }
    }

    private PlatformFailure.Final absent(String action, String instance) {
        return refused(action, "there is no running instance " + instance);
    }

    private PlatformFailure.Final refused(String action, String reason) {
        return new PlatformFailure.Final("%s of %s".formatted(action, definition.app()), reason, null);
    }

    /** Whether an instance is away and another is not started yet. */
    public synchronized boolean isAway() {
        return !absences.areOver(crew.clock().instant());
    }

    /** Starts at once what would be started later. */
    public synchronized void startNow() {
        absences.end();
    }

    /** Everything goes, its versions too; {@link #isGone} tells when. */
    synchronized void remove() {
        removed = true;
        desired = 0;
        crew.routes().remove(definition.app());
        machines.all().stream().filter(Machine::isCounted).forEach(this::leave);
        versions.all().forEach(versions::forget);
    }

    public synchronized boolean isGone() {
        return removed && machines.isEmpty();
    }

    /** Does what an Auto Scaling group does by itself; called several times a second. */
    synchronized void look() throws InterruptedException {
        for (var machine : machines.all()) {
            if (!machine.process.isAlive()) {
                ended(machine);
            } else if (machine.lifecycle == Lifecycle.LEAVING) {
                endOnceDrained(machine);
            } else {
                judge(machine);
            }
        }
        if (!suspended.contains(ScalingProcess.TERMINATE)) {
            machines.surplus(version, desired).forEach(this::leave);
        }
        if (!suspended.contains(ScalingProcess.LAUNCH) && absences.areOver(crew.clock().instant())) {
            for (int lacking = desired - machines.counted(); lacking > 0 && !removed; lacking--) {
                launch();
            }
        }
    }

    private void ended(Machine machine) throws InterruptedException {
        if (machine.isCounted() && crew.processes().isEnding(CTRL_C)) {
            return; // Ctrl-C reaches the app and the launcher at once, and the app may be the first to end
        }
        machines.remove(machine);
        targets.remove(machine.id);
        crew.processes().end(machine.id);
        if (machine.isCounted()) {
            diedAlone(machine);
        }
    }

    private void diedAlone(Machine machine) {
        var app = definition.app();
        if (!machine.ready) {
            var words = "%s %s before it was ready%s".formatted(app, machine.how(),
                    Absences.tail(crew.programs().log(machine.id)));
            if (ready.completeExceptionally(new Failure(words))) {
                desired = 0;
                return;
            }
            crew.news().tell(words);
        }
        var told = absences.begin(crew.clock().instant(), machine.how());
        crew.news().tell("%s %s".formatted(app, told));
    }

    private void endOnceDrained(Machine machine) {
        if (!machine.ending && !targets.has(machine.id)) {
            machine.ending = true;
            crew.ender().execute(() -> crew.processes().end(machine.id));
        }
    }

    private void judge(Machine machine) {
        var now = crew.clock().instant();
        if (!machine.ready && targets.since(machine.id, State.HEALTHY).isPresent()) {
            isReady(machine);
        } else if (!ready.isDone() && now.isAfter(machine.launchedAt.plus(crew.limit()))) {
            desired = 0;
            leave(machine);
            ready.completeExceptionally(new Failure("%s was not ready within %d s%s".formatted(definition.app(),
                    crew.limit().toSeconds(), Absences.tail(crew.programs().log(machine.id)))));
        }
        if (!suspended.contains(ScalingProcess.HEALTH_CHECK) && machine.isBadForLong(targets, crew)) {
            machine.healthy = false;
        }
        if (!suspended.contains(ScalingProcess.REPLACE_UNHEALTHY) && !machine.healthy && machine.isCounted()) {
            crew.news().tell("%s is unhealthy and is replaced".formatted(machine.id));
            leave(machine);
        }
    }

    private void isReady(Machine machine) {
        machine.ready = true;
        if (!ready.complete(machine.process)) {
            crew.news().tell(absences.mended()
                    ? "%s is ready again, as process %d".formatted(definition.app(), machine.process.pid())
                    : "%s is ready, as process %d".formatted(machine.id, machine.process.pid()));
        }
    }

    private void leave(Machine machine) {
        machine.lifecycle = Lifecycle.LEAVING;
        targets.deregister(machine.id);
    }

    private void launch() {
        var id = "%s-%d".formatted(definition.app(), numbers.next());
        try {
            var placed = crew.programs().place(versions.find(version).orElseThrow(), id);
            absences.starting(crew.clock().instant());
            var machine = new Machine(id, version, crew.clock().instant(), crew.processes().start(placed.program()),
                    placed.port());
            machines.add(machine);
            if (!suspended.contains(ScalingProcess.ADD_TO_LOAD_BALANCER)) {
                targets.register(id, machine.port);
            }
        } catch (Failure failure) {
            if (!ready.completeExceptionally(failure)) {
                crew.news().tell(failure.getMessage());
            }
            absences.begin(crew.clock().instant(), "could not be started");
        }
    }
}
