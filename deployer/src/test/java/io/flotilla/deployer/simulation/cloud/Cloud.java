package io.flotilla.deployer.simulation.cloud;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import io.flotilla.deployer.platform.Group;
import io.flotilla.deployer.platform.Group.Lifecycle;
import io.flotilla.deployer.platform.ScalingProcess;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.platform.Targets.Target;

/** The group, its target group, and time. Everything happens in order; the same seed gives the same history. */
public final class Cloud {
    static final int HEALTHY_THRESHOLD = 2;
    static final int UNHEALTHY_THRESHOLD = 3;
    /** The check interval of the house's template; the group looks as often. */
    private static final long TICK = 10;
    private static final long DRAIN = 30;
    private static final long GRACE = 120;
    private static final long SERVED_LATELY = 30;
    private static final long REMEMBERED = 20;

    final RandomGenerator random;
    final Behaviour behaviour;
    final List<Machine> machines = new ArrayList<>();
    private final List<Machine> gone = new ArrayList<>();
    final Set<ScalingProcess> suspended = EnumSet.noneOf(ScalingProcess.class);
    final int min;
    final int max;
    int desired;
    String version;
    boolean refreshing;
    private final Deque<Look> looks = new ArrayDeque<>();
    private final Story story;
    private long now;
    private long nextTick;
    private int launched;
    private int killed;
    private long lastKill;

    /** What a snapshot of the group and its targets was at a time. */
    private record Look(long at, Group group, List<Target> targets) {}

    public Cloud(int capacity, String version, Set<ScalingProcess> suspended, Behaviour behaviour, Story story,
            RandomGenerator random) {
        this.min = capacity;
        this.max = 2 * capacity;
        this.desired = capacity;
        this.version = version;
        this.suspended.addAll(suspended);
        this.behaviour = behaviour;
        this.story = story;
        this.random = random;
        for (int i = 0; i < capacity; i++) {
            var machine = launch();
            machine.lifecycle = Lifecycle.IN_SERVICE;
            machine.inServiceAt = -1000;
            machine.answersAt = 0;
            machine.target = machine.bad ? State.INITIAL : State.HEALTHY;
            machine.hit = machine.bad;
            machine.good = HEALTHY_THRESHOLD;
            machine.lastHealthyAt = machine.bad ? machine.lastHealthyAt : 0;
        }
        remember();
    }

    public long now() {
        return now;
    }

    /** Lets time pass. */
    public void pass(long seconds) {
        long until = now + seconds;
        while (nextTick <= until) {
            now = nextTick;
            nextTick += TICK;
            tick();
        }
        now = until;
    }

    private void tick() {
        for (var machine : machines) {
            if (now >= machine.goneAt) {
                machine.target = null;
                gone.add(machine);
            }
        }
        machines.removeAll(gone);
        for (var machine : machines) {
            if (machine.lifecycle == Lifecycle.PENDING && now >= machine.inServiceAt) {
                machine.lifecycle = Lifecycle.IN_SERVICE;
                if (!suspended.contains(ScalingProcess.ADD_TO_LOAD_BALANCER)) {
                    machine.register();
                }
            }
            if (machine.target == State.DRAINING && now >= machine.drainedAt) {
                machine.target = null;
            }
            machine.check(now);
        }
        keep();
        if (now > lastKill + SERVED_LATELY
                && machines.stream().filter(machine -> machine.target == State.HEALTHY && !machine.dead)
                        .count() >= min) {
            killed = 0;
        }
        remember();
    }

    /** [ASG] "Suspend and resume processes", "Health checks for instances", "Termination policies". */
    private void keep() {
        if (!suspended.contains(ScalingProcess.HEALTH_CHECK)) {
            for (var machine : machines) {
                // [ASG] with ELB checks, an instance whose target is unhealthy, draining or deregistered is unhealthy.
                boolean elb = now >= machine.inServiceAt + GRACE
                        && machine.target != State.HEALTHY && machine.target != State.INITIAL;
                if (machine.lifecycle == Lifecycle.IN_SERVICE && (machine.dead || elb)) {
                    machine.marked = true;
                }
            }
        }
        if (!suspended.contains(ScalingProcess.REPLACE_UNHEALTHY)) {
            for (var machine : machines) {
                if (machine.marked && machine.lifecycle == Lifecycle.IN_SERVICE) {
                    byGroup("replaces unhealthy " + machine, machine);
                }
            }
        }
        long alive = machines.stream().filter(Machine::isAlive).count();
        for (; alive > desired && !suspended.contains(ScalingProcess.TERMINATE); alive--) {
            var victim = behaviour.victim(machines);
            byGroup("shrinks and picks " + victim, victim);
        }
        for (; alive < desired && !suspended.contains(ScalingProcess.LAUNCH); alive++) {
            if (!story.mayLaunch(now)) {
                return;
            }
            var machine = launch();
            story.tell(now, "group", "launches " + machine);
        }
    }

    private void byGroup(String what, Machine machine) {
        int before = serving();
        terminate(machine);
        story.tell(now, "group", what);
        if (!machine.hit) {
            story.reduced(now, before, serving(), needed(), "the group " + what);
        }
    }

    private Machine launch() {
        var machine = new Machine("i-%02d".formatted(++launched), version, random.nextInt(2), now);
        machine.inServiceAt = now + 10 + random.nextInt(40);
        machine.answersAt = machine.inServiceAt + random.nextInt(1 + behaviour.slowest());
        machine.bad = behaviour.bad().test(version);
        machines.add(machine);
        return machine;
    }

    /** [ASG] a terminating instance is first deregistered and drains; it leaves the group some time later. */
    void terminate(Machine machine) {
        if (machine.isAlive()) {
            machine.lifecycle = Lifecycle.LEAVING;
            machine.deregister(now, DRAIN);
            machine.goneAt = now + DRAIN + 20 + random.nextInt(60);
        }
    }

    void deregister(Machine machine) {
        machine.deregister(now, DRAIN);
    }

    /** Targets that serve, or did a moment ago: who looks through a load balancer cannot know better. */
    int serving() {
        int serving = 0;
        for (var machine : machines) {
            if (machine.isRegistered()
                    && (machine.target == State.HEALTHY || now - machine.lastHealthyAt <= SERVED_LATELY)) {
                serving++;
            }
        }
        return serving;
    }

    /** What faults have killed is missed until as many as should serve have served again. */
    int needed() {
        return min - killed;
    }

    /** An action of whoever uses the API; it must not bring those that serve below what is needed. */
    void byCaller(String what, Runnable action) {
        int before = serving();
        action.run();
        story.tell(now, "caller", what);
        story.reduced(now, before, serving(), needed(), "the caller " + what);
        remember();
    }

    private void remember() {
        var group = new Group(min, max, desired, version, suspended, refreshing,
                machines.stream().map(Machine::member).toList());
        looks.addLast(new Look(now, group, machines.stream().filter(machine -> machine.target != null)
                .map(machine -> machine.view(now)).toList()));
        while (looks.size() > 1 && looks.getFirst().at() < now - REMEMBERED) {
            looks.removeFirst();
        }
    }

    private Look look() {
        int lag = behaviour.lag() == 0 ? 0 : random.nextInt(1 + behaviour.lag());
        Look chosen = looks.getLast();
        for (var look : looks) {
            if (look.at() <= now - lag) {
                chosen = look;
            }
        }
        return chosen;
    }

    Group group() {
        return look().group();
    }

    List<Target> targets() {
        return look().targets();
    }

    /** Kills a random instance's machine; the group only learns of it by its health checks. */
    public void kill() {
        pick(machine -> machine.isAlive() && !machine.dead).ifPresent(machine -> {
            machine.dead = true;
            machine.hit = true;
            excuse(machine);
            story.tell(now, "fault", "kills " + machine);
            remember();
        });
    }

    /** Somebody begins an instance refresh. */
    public void refresh() {
        refreshing = true;
        remember();
    }

    /** Lets a random instance answer badly for a while. */
    public void flap(int seconds) {
        pick(Machine::isAlive).ifPresent(machine -> {
            machine.badUntil = now + seconds;
            machine.hit = true;
            story.tell(now, "fault", "lets %s answer badly for %d s".formatted(machine, seconds));
        });
    }

    /** Somebody ends a random instance by hand, and the group starts another. */
    public void endByHand() {
        pick(Machine::isAlive).ifPresent(machine -> {
            machine.hit = true;
            excuse(machine);
            terminate(machine);
            story.tell(now, "fault", "ends %s by hand".formatted(machine));
            remember();
        });
    }

    private void excuse(Machine machine) {
        if (machine.target == State.HEALTHY) {
            killed++;
            lastKill = now;
        }
    }

    private java.util.Optional<Machine> pick(Predicate<Machine> which) {
        var some = machines.stream().filter(which).toList();
        return some.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(some.get(random.nextInt(some.size())));
    }

    public Set<ScalingProcess> suspended() {
        return Set.copyOf(suspended);
    }

    /** The truth, without lag; those that are gone included. */
    public Truth truth() {
        return new Truth(desired, version, Stream.concat(machines.stream(), gone.stream())
                .map(machine -> new Truth.Body(machine.id, machine.version, machine.isAlive(),
                        machine.target == State.HEALTHY, machine.hit))
                .toList());
    }
}
