package io.flotilla.deployer.rollout.step;

import static io.flotilla.deployer.platform.Group.Lifecycle.IN_SERVICE;
import static io.flotilla.deployer.platform.Group.Lifecycle.LEAVING;
import static io.flotilla.deployer.platform.Group.Lifecycle.PENDING;
import static io.flotilla.deployer.platform.ScalingProcess.LAUNCH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.deployer.journal.Facts;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.platform.Group.Member;
import io.flotilla.deployer.platform.ScalingProcess;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.platform.Targets.Target;
import io.flotilla.deployer.rollout.step.Action.Deed;

/** The steps that bring the new instances and end with the old ones. Each looks at what is lacking. */
public final class Forward {
    /** What would end or start instances behind a rollout's back. Launch, Terminate and AddToLoadBalancer do its work. */
    public static final Set<ScalingProcess> SUSPENDED = Set.copyOf(EnumSet.of(ScalingProcess.HEALTH_CHECK,
            ScalingProcess.REPLACE_UNHEALTHY, ScalingProcess.AZ_REBALANCE, ScalingProcess.ALARM_NOTIFICATION,
            ScalingProcess.SCHEDULED_ACTIONS, ScalingProcess.INSTANCE_REFRESH));

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(30);
    private static final Duration STEADY_WITHIN = Duration.ofMinutes(10);
    /** A program that answers, and answers badly for so long, will not get better by waiting. */
    private static final Duration BAD_FOR_GOOD = Duration.ofMinutes(2);
    private static final Duration NEVER_REGISTERED = Duration.ofMinutes(3);
    /** Longer than a target group takes to forgive one bad check. */
    private static final Duration LACKING = Duration.ofMinutes(1);
    /** Old instances that do not serve for so long are taken for what they are, and a rollback will not wait for them. */
    private static final Duration AILING = Duration.ofMinutes(3);
    /** So that a look that is a few seconds old ends nobody who is needed. */
    private static final Duration SURE = Duration.ofSeconds(20);

    private final Patience patience;
    private final Set<String> met = new HashSet<>();

    public Forward(Patience patience) {
        this.patience = patience;
    }

    public Decision settle(Rollout rollout, Scene scene, boolean settled, Instant now) {
        if (scene.group().refreshing()) {
            return new Decision.Fail("an instance refresh is under way; cancel it or wait until it is over");
        }
        if (!settled) {
            return waitWithin(rollout, now, SETTLED_WITHIN, "the stack is being changed");
        }
        var group = scene.group();
        if (rollout.from().isPresent() && group.desired() < 1) {
            return new Decision.Fail("the group keeps no instances; set desired to the berth's number first");
        }
        return new Decision.Next(Optional.of(new Facts(Math.max(1, group.desired()), 0, group.suspended(), List.of())));
    }

    public Decision suspend(Scene scene) {
        var lacking = new HashSet<>(SUSPENDED);
        lacking.removeAll(scene.group().suspended());
        return lacking.isEmpty() ? new Decision.Next() : new Decision.Act(new Action.Suspend(lacking));
    }

    /** Whoever was coming or going when the processes stopped has come or gone, and the old generation can be noted. */
    public Decision steady(Rollout rollout, Scene scene, Instant now) {
        var facts = rollout.facts().orElseThrow();
        var group = scene.group();
        var moving = group.instances().stream()
                .filter(member -> member.lifecycle() == PENDING || member.lifecycle() == LEAVING).toList();
        var alive = Scene.alive(group.instances());
        boolean still = moving.isEmpty() && alive.size() == group.desired();
        if (!patience.hasHeld("steady", still, SURE)) {
            return waitWithin(rollout, now, STEADY_WITHIN, moving.isEmpty()
                    ? "%d of %d instances".formatted(alive.size(), group.desired())
                    : scene.describe(moving));
        }
        var old = Scene.alive(scene.old());
        boolean ailing = scene.serving(old).size() < old.size();
        if (ailing && !patience.hasHeld("ailing", true, AILING)) {
            return new Decision.Wait("not all of them serve: " + scene.describe(old));
        }
        if (facts.capacity() + old.size() > group.max()) {
            return new Decision.Fail("the group may have %d instances at most, and a rollout needs %d; apply the app"
                    .formatted(group.max(), facts.capacity() + old.size()));
        }
        return new Decision.Next(Optional.of(facts.found(scene.serving(old).size(),
                old.stream().map(Member::id).sorted().toList())));
    }

    public Decision launch(Rollout rollout, Scene scene) {
        var lacking = lacking(rollout, scene);
        return lacking.isEmpty() ? new Decision.Next() : new Decision.Act(lacking);
    }

    /** What is missing so that the group starts as many new instances as there are to be. */
    private List<Action> lacking(Rollout rollout, Scene scene) {
        var group = scene.group();
        if (!group.version().equals(rollout.to().id())) {
            return List.of(new Action.MoveTo(rollout.to().id()));
        }
        int capacity = rollout.facts().orElseThrow().capacity();
        int wanted = capacity + Scene.alive(scene.old()).size();
        if (wanted <= group.max()) {
            return group.desired() < wanted ? List.of(new Action.SetDesired(wanted)) : List.of();
        }
        // The group has replaced an old one by another old one in the last moment: one old one is too many.
        var surplus = scene.leastNeededFirst(Scene.alive(scene.old())).stream()
                .limit(wanted - group.max()).map(Deed.REPLACE::to).toList();
        return patience.hasHeld("surplus", true, SURE) ? surplus : List.of();
    }

    public Decision awaitHealthy(Rollout rollout, Scene scene, Instant now) {
        var fresh = scene.fresh();
        int capacity = rollout.facts().orElseThrow().capacity();
        var serving = scene.serving(fresh);
        if (patience.hasHeld("enough", serving.size() >= capacity, SURE)) {
            return new Decision.Next();
        }
        var hopeless = hopeless(scene);
        if (hopeless.isPresent()) {
            return new Decision.Fail(hopeless.get());
        }
        if (!now.isBefore(rollout.since().plus(rollout.terms().healthyWithin()))) {
            return new Decision.Fail("%d of %d new instances %s healthy within %d min: %s".formatted(serving.size(),
                    capacity, serving.size() == 1 ? "was" : "were", rollout.terms().healthyWithin().toMinutes(),
                    fresh.isEmpty() ? "none was started" : scene.describe(fresh)));
        }
        var lacking = rollout.from().isPresent() ? lacking(rollout, scene) : List.<Action>of();
        return lacking.isEmpty()
                ? new Decision.Wait("%d of %d new instances healthy".formatted(serving.size(), capacity)
                        + (fresh.isEmpty() ? "" : ": " + scene.describe(fresh)))
                : new Decision.Act(lacking);
    }

    /** Why waiting longer makes no sense, if so. */
    private Optional<String> hopeless(Scene scene) {
        for (var id : met) {
            if (scene.group().find(id).isEmpty()) {
                return Optional.of("the new instance %s has ended".formatted(id));
            }
        }
        for (var member : scene.fresh()) {
            met.add(member.id());
            if (member.lifecycle() == LEAVING) {
                return Optional.of("the new instance %s is ending".formatted(member.id()));
            }
            boolean bad = scene.target(member).filter(target -> target.state() == State.UNHEALTHY)
                    .flatMap(Target::reason).filter(Target.BAD_ANSWER::equals).isPresent();
            if (patience.hasHeld("bad " + member.id(), bad, BAD_FOR_GOOD)) {
                return Optional.of("the new instance answers badly for good: " + scene.describe(member));
            }
            boolean missing = member.lifecycle() == IN_SERVICE && scene.target(member).isEmpty();
            if (patience.hasHeld("missing " + member.id(), missing, NEVER_REGISTERED)) {
                return Optional.of("the new instance %s never became a target".formatted(member.id()));
            }
        }
        return Optional.empty();
    }

    /** Only while enough new ones serve, in this very look. */
    public Decision deregister(Rollout rollout, Scene scene) {
        var registered = scene.old().stream().filter(scene::isRegistered).toList();
        if (registered.isEmpty()) {
            return new Decision.Next();
        }
        return lacksServing(rollout, scene).orElseGet(() -> new Decision.Act(registered.stream()
                .map(Deed.DEREGISTER::to).toList()));
    }

    public Decision awaitDrained(Rollout rollout, Scene scene) {
        var draining = scene.old().stream().filter(member -> scene.has(member, State.DRAINING)).toList();
        if (draining.isEmpty()) {
            return new Decision.Next();
        }
        return lacksServing(rollout, scene).orElse(new Decision.Wait(scene.describe(draining)));
    }

    /** A wait, or a failure once it has lasted, if too few new ones serve. */
    public Optional<Decision> lacksServing(Rollout rollout, Scene scene) {
        int capacity = rollout.facts().orElseThrow().capacity();
        var serving = scene.serving(scene.fresh());
        boolean lacking = serving.size() < capacity;
        if (patience.hasHeld("lacking", lacking, LACKING)) {
            return Optional.of(new Decision.Fail("only %d of %d new instances still healthy: %s"
                    .formatted(serving.size(), capacity, scene.describe(scene.fresh()))));
        }
        return lacking
                ? Optional.of(new Decision.Wait("%d of %d new instances healthy".formatted(serving.size(), capacity)))
                : Optional.empty();
    }

    /** One by one by name; setting desired lower would let the group pick. */
    public Decision retire(Rollout rollout, Scene scene) {
        var group = scene.group();
        int capacity = rollout.facts().orElseThrow().capacity();
        int surplus = group.desired() - capacity;
        var old = Scene.alive(scene.old());
        if (!old.isEmpty()) {
            var actions = new ArrayList<Action>();
            for (var member : old) {
                actions.add((surplus-- > 0 ? Deed.RETIRE : Deed.REPLACE).to(member));
            }
            return new Decision.Act(actions);
        }
        return shrink(scene, Scene.alive(scene.fresh()), capacity, patience).orElse(new Decision.Next());
    }

    /** What brings desired down to the capacity without the group picking a victim; empty if it is down. */
    public static Optional<Decision> shrink(Scene scene, List<Member> alive, int capacity, Patience patience) {
        var group = scene.group();
        int surplus = group.desired() - capacity;
        if (!patience.hasHeld("shrinking", surplus > 0, SURE)) {
            return surplus > 0 ? Optional.of(new Decision.Wait("desired is " + group.desired())) : Optional.empty();
        }
        if (alive.size() > capacity) {
            return Optional.of(new Decision.Act(scene.leastNeededFirst(alive).stream()
                    .limit(Math.min(surplus, alive.size() - capacity))
                    .map(Deed.RETIRE::to).toList()));
        }
        // Fewer run than are desired. With nobody coming, desired can be lowered and nobody has to go.
        if (!group.suspended().contains(LAUNCH)) {
            return Optional.of(new Decision.Act(new Action.Suspend(Set.of(LAUNCH))));
        }
        return Optional.of(alive.stream().anyMatch(member -> member.lifecycle() == PENDING)
                ? new Decision.Wait("an instance is still starting")
                : new Decision.Act(new Action.SetDesired(capacity)));
    }

    /** Survivors are rid of marks that would end them, then what was suspended goes on; what was so before stays so. */
    public static Decision restore(Rollout rollout, Scene scene) {
        var facts = rollout.facts().orElseThrow();
        var actions = new ArrayList<Action>();
        scene.group().instances().stream().filter(member -> !member.healthy() && scene.isServing(member))
                .forEach(member -> actions.add(Deed.MARK_HEALTHY.to(member)));
        var suspended = new HashSet<>(SUSPENDED);
        suspended.add(LAUNCH);
        suspended.retainAll(scene.group().suspended());
        suspended.removeAll(facts.suspended());
        if (!suspended.isEmpty()) {
            actions.add(new Action.Resume(suspended));
        }
        return actions.isEmpty() ? new Decision.Next() : new Decision.Act(actions);
    }

    private static Decision waitWithin(Rollout rollout, Instant now, Duration limit, String what) {
        return now.isBefore(rollout.since().plus(limit))
                ? new Decision.Wait(what)
                : new Decision.Fail("%s for more than %d min".formatted(what, limit.toMinutes()));
    }
}
