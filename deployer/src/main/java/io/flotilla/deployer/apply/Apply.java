package io.flotilla.deployer.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;

import io.flotilla.deployer.apply.Outcome.State;
import io.flotilla.deployer.plan.Plan;
import io.flotilla.deployer.plan.StackPlan;
import io.flotilla.deployer.plan.StackPlan.Kind;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Progress;
import io.flotilla.deployer.platform.stack.Stacks;

/**
 * Executes a plan: what the apps share first, then the apps side by side. One app's failure stops neither the others nor
 * what they have begun; only what waits for it is left out.
 */
public final class Apply {
    private final Stacks stacks;
    private final Progress progress;
    private final int atATime;

    /** @param atATime how many stacks are changed at the same time */
    public Apply(Stacks stacks, Progress progress, int atATime) {
        this.stacks = stacks;
        this.progress = progress;
        this.atATime = atATime;
    }

    /** What came of everything in the plan that had something to do, in its order. */
    public List<Outcome> run(Plan plan) {
        if (!plan.survey().objections().isEmpty()) {
            throw new IllegalArgumentException("there are objections to this plan");
        }
        var workers = Executors.newFixedThreadPool(atATime, task -> {
            var worker = new Thread(task, "apply");
            worker.setDaemon(true);
            return worker;
        });
        try {
            return new Run(plan, workers).outcomes();
        } finally {
            workers.shutdownNow();
        }
    }

    private final class Run {
        private final Plan plan;
        private final Executor workers;
        private final Map<String, CompletableFuture<Outcome>> started = new HashMap<>();

        Run(Plan plan, Executor workers) {
            this.plan = plan;
            this.workers = workers;
        }

        List<Outcome> outcomes() {
            var active = plan.stacks().stream()
                    .filter(stack -> plan.acts(stack) || stack.kind() == Kind.BLOCKED).toList();
            return active.stream().map(this::start).toList().stream().map(CompletableFuture::join).toList();
        }

        /** Begins it as soon as what it waits for is done; a stack that others wait for is begun on the way. */
        private CompletableFuture<Outcome> start(StackPlan stack) {
            var known = started.get(stack.stack());
            if (known != null) {
                return known;
            }
            // Found by those that wait for each other in a circle: the later of them does not wait.
            started.put(stack.stack(), CompletableFuture.completedFuture(Outcome.done(stack)));
            var waits = before(stack).stream().map(this::start).toList();
            var outcome = CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new))
                    .thenApplyAsync(ready -> waits.stream().map(CompletableFuture::join)
                            .filter(earlier -> earlier.state() != State.DONE).findFirst()
                            .map(earlier -> Outcome.skipped(stack, "it waits for %s, which is not done"
                                    .formatted(earlier.plan().subject())))
                            .orElseGet(() -> execute(stack)), workers);
            started.put(stack.stack(), outcome);
            return outcome;
        }

        private List<StackPlan> before(StackPlan stack) {
            var shared = plan.shared().filter(first -> stack.app().isPresent() && stack.kind() != Kind.DELETE);
            var others = plan.survey().waits().getOrDefault(stack.stack(), Set.of());
            return plan.stacks().stream()
                    .filter(other -> others.contains(other.stack()) || shared.equals(Optional.of(other)))
                    .filter(other -> plan.acts(other) || other.kind() == Kind.BLOCKED).toList();
        }
    }

    private Outcome execute(StackPlan stack) {
        if (stack.kind() == Kind.BLOCKED) {
            return Outcome.skipped(stack, stack.meaning());
        }
        Function<StackPlan, Outcome> work = stack.kind() == Kind.DELETE ? this::remove : this::change;
        try {
            return work.apply(stack);
        } catch (PlatformFailure failure) {
            return Outcome.failed(stack, failure.getMessage());
        }
    }

    private Outcome remove(StackPlan stack) {
        stacks.remove(stack.existing().orElseThrow(), progress);
        return Outcome.done(stack);
    }

    private Outcome change(StackPlan stack) {
        var change = stack.change().orElseThrow();
        if (stack.isMadeAgain()) {
            stacks.remove(stack.existing().orElseThrow(), progress);
        }
        stacks.execute(change, progress);
        return Outcome.done(stack);
    }
}
