package io.flotilla.deployer.rollout.step;

import static io.flotilla.deployer.platform.Group.Lifecycle.IN_SERVICE;
import static io.flotilla.deployer.platform.Group.Lifecycle.PENDING;
import static io.flotilla.deployer.platform.ScalingProcess.LAUNCH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.flotilla.deployer.journal.Facts;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.journal.Step;
import io.flotilla.deployer.platform.Group.Lifecycle;
import io.flotilla.deployer.platform.Group.Member;
import io.flotilla.deployer.rollout.step.Action.Deed;

/**
 * The steps back, in the one safe order: the old instances serve first, only then do the new ones leave. An old one that was
 * lost meanwhile is replaced by another of its version before anything else goes.
 */
public final class Backward {
    /** An old instance that is registered and not healthy for so long is taken for lost. */
    private static final Duration LOST = Duration.ofMinutes(3);
    private static final Duration LACKING = Duration.ofMinutes(2);
    private static final Duration SURE = Duration.ofSeconds(20);

    private final Patience patience;

    public Backward(Patience patience) {
        this.patience = patience;
    }

    public Decision recall(Rollout rollout, Scene scene, Instant now) {
        var facts = rollout.facts().orElseThrow();
        var actions = new ArrayList<Action>();
        var from = rollout.from().orElseThrow().id();
        if (!scene.group().version().equals(from)) {
            actions.add(new Action.MoveTo(from));
        }
        if (scene.group().suspended().contains(LAUNCH) && !facts.suspended().contains(LAUNCH)) {
            actions.add(new Action.Resume(Set.of(LAUNCH)));
        }
        scene.old().stream().filter(member -> member.lifecycle() == IN_SERVICE && !scene.isRegistered(member))
                .forEach(member -> actions.add(Deed.REGISTER.to(member)));
        if (!actions.isEmpty()) {
            return new Decision.Act(actions);
        }
        var old = Scene.alive(scene.old());
        int serving = scene.serving(old).size();
        // All of them at first; if that takes too long, as many as there were.
        int needed = isLate(rollout, now, 1) ? needed(facts) : facts.capacity();
        if (serving >= needed) {
            return new Decision.Next();
        }
        if (isLate(rollout, now, 2)) {
            return scene.serving(scene.fresh()).isEmpty() && !facts.old().isEmpty()
                    // Nothing is lost by going on, and the group replaces the others once its processes run again.
                    ? new Decision.Next()
                    : new Decision.Fail("only %d of %d old instances serve again, and the new ones are needed: %s"
                            .formatted(serving, needed, scene.describe(scene.group().instances())));
        }
        var mending = mending(scene, facts, old);
        return mending.isEmpty()
                ? new Decision.Wait("%d of %d old instances healthy: %s".formatted(serving, needed,
                        old.isEmpty() ? "none is there" : scene.describe(old)))
                : new Decision.Act(mending);
    }

    /** What gives lost old instances a successor of the old version, which the group has moved back to. */
    private List<Action> mending(Scene scene, Facts facts, List<Member> old) {
        var actions = new ArrayList<Action>();
        for (var member : old) {
            boolean lost = member.lifecycle() == IN_SERVICE && !scene.isServing(member);
            if (patience.hasHeld("lost " + member.id(), lost, LOST)) {
                actions.add(Deed.REPLACE.to(member));
            }
        }
        var idle = Scene.alive(scene.fresh()).stream()
                .filter(member -> patience.hasHeld("idle " + member.id(), !scene.isServing(member), LOST)).toList();
        var group = scene.group();
        int alive = Scene.alive(group.instances()).size();
        int missing = facts.capacity() - old.size();
        boolean short_ = missing > 0 && group.desired() <= alive;
        if (!patience.hasHeld("short", short_, SURE)) {
            return actions;
        }
        int wanted = Math.min(alive + missing, group.max());
        if (wanted > group.desired()) {
            actions.add(new Action.SetDesired(wanted));
        } else {
            actions.addAll(room(scene, facts, missing, idle));
        }
        return actions;
    }

    /** The new instances that make room for old ones: those that do not serve for good, and serving ones beyond the capacity. */
    private static List<Action> room(Scene scene, Facts facts, int missing, List<Member> idle) {
        var actions = new ArrayList<Action>();
        int spare = scene.serving(scene.group().instances()).size() - facts.capacity();
        for (var member : scene.leastNeededFirst(Scene.alive(scene.fresh())).stream().limit(missing).toList()) {
            if (idle.contains(member) || scene.isServing(member) && spare-- > 0) {
                actions.add(Deed.REPLACE.to(member));
            }
        }
        return actions;
    }

    private static boolean isLate(Rollout rollout, Instant now, int times) {
        return !now.isBefore(rollout.since().plus(rollout.terms().healthyWithin().plus(LOST).multipliedBy(times)));
    }

    private static int needed(Facts facts) {
        return Math.min(facts.capacity(), facts.serving());
    }

    /** Nobody may come any more; what is coming comes first. Here, too, the version is looked at: an earlier look may have been stale. */
    public Decision halt(Rollout rollout, Scene scene) {
        var from = rollout.from().orElseThrow().id();
        if (!scene.group().version().equals(from)) {
            return new Decision.Act(new Action.MoveTo(from));
        }
        if (!scene.group().suspended().contains(LAUNCH)) {
            return new Decision.Act(new Action.Suspend(Set.of(LAUNCH)));
        }
        boolean still = scene.group().instances().stream().noneMatch(member -> member.lifecycle() == PENDING);
        return patience.hasHeld("still", still, SURE)
                ? new Decision.Next()
                : new Decision.Wait("until those that are starting have started");
    }

    /** Only while enough old ones serve, in this very look. */
    public Decision dismiss(Rollout rollout, Scene scene) {
        var listed = scene.fresh().stream().filter(member -> scene.target(member).isPresent()).toList();
        var registered = listed.stream().filter(scene::isRegistered).toList();
        if (listed.isEmpty()) {
            return new Decision.Next();
        }
        int needed = needed(rollout.facts().orElseThrow());
        var serving = scene.serving(scene.old());
        boolean lacking = serving.size() < needed;
        // If the new ones do not serve either, nothing is lost by taking them out.
        boolean idle = patience.hasHeld("idle", scene.serving(scene.fresh()).isEmpty(), LACKING);
        if (patience.hasHeld("lacking", lacking, LACKING) && !idle) {
            return new Decision.Return(Step.RECALL, "only %d of %d old instances still healthy: %s"
                    .formatted(serving.size(), needed, scene.describe(scene.old())));
        }
        if (lacking && !idle) {
            return new Decision.Wait("%d of %d old instances healthy".formatted(serving.size(), needed));
        }
        return registered.isEmpty()
                ? new Decision.Wait(scene.describe(listed))
                : new Decision.Act(registered.stream()
                        .map(Deed.DEREGISTER::to).toList());
    }

    public Decision end(Rollout rollout, Scene scene) {
        var group = scene.group();
        int capacity = rollout.facts().orElseThrow().capacity();
        int surplus = group.desired() - Math.max(capacity, group.min());
        var fresh = Scene.alive(scene.fresh());
        if (!fresh.isEmpty()) {
            var actions = new ArrayList<Action>();
            for (var member : fresh) {
                actions.add((surplus-- > 0 ? Deed.RETIRE : Deed.REPLACE).to(member));
            }
            return new Decision.Act(actions);
        }
        var leaving = scene.fresh().stream().filter(member -> member.lifecycle() == Lifecycle.LEAVING).toList();
        return Forward.shrink(scene, Scene.alive(scene.old()), capacity, patience).orElse(leaving.isEmpty()
                ? new Decision.Next()
                : new Decision.Wait(scene.describe(leaving)));
    }
}
