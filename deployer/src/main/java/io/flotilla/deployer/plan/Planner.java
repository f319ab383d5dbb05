package io.flotilla.deployer.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.parallel.InParallel;
import io.flotilla.deployer.plan.StackPlan.Kind;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.identity.Registration;
import io.flotilla.deployer.platform.identity.SignInClient;
import io.flotilla.deployer.platform.stack.Newest;
import io.flotilla.deployer.platform.stack.Order;
import io.flotilla.deployer.platform.stack.Revision;
import io.flotilla.deployer.platform.stack.Running;
import io.flotilla.deployer.platform.stack.Sources;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.platform.stack.Stack.Condition;
import io.flotilla.deployer.platform.stack.Stacks;

/** Works out what applying a catalogue would do. One app's failure does not keep the others from being planned. */
public final class Planner {
    /** As many change sets are made at the same time; AWS throttles a little above. */
    private static final int AT_A_TIME = 8;

    private final EnvironmentView view;
    private final Stacks stacks;
    private final Sources sources;
    private final Function<String, Optional<String>> holders;
    private final SignInClient signIn;

    /** @param holders who holds an app's lock, in words, if somebody does */
    public Planner(EnvironmentView view, Stacks stacks, Sources sources, Function<String, Optional<String>> holders,
            SignInClient signIn) {
        this.view = view;
        this.stacks = stacks;
        this.sources = sources;
        this.holders = holders;
        this.signIn = signIn;
    }

    /**
     * The plan, with its proposals kept: whoever asked for it either executes them or {@linkplain #discard discards} them.
     *
     * @throws PlatformFailure if not even what is there can be read
     */
    public Plan plan(Selection selection) {
        var apps = view.apps().stream().filter(app -> selection.includes(app.name())).toList();
        try (var parallel = new InParallel(AT_A_TIME)) {
            var present = parallel.start(stacks::present);
            var running = parallel.start(sources::running);
            var newest = parallel.start(() -> sources.newest(apps));
            var registration = parallel.start(() -> selection.apps().isEmpty()
                    ? signIn.difference()
                    : Optional.<Registration>empty());
            var facts = new Facts(
                    InParallel.result(present).stream().collect(Collectors.toMap(Stack::app, stack -> stack)),
                    InParallel.result(running).stream().collect(Collectors.groupingBy(Running::app)),
                    InParallel.result(newest));
            var orders = Stream.concat(selection.apps().isEmpty() || !facts.stacks.containsKey(Optional.empty())
                    ? Stream.of(Optional.<App>empty())
                    : Stream.of(), apps.stream().map(Optional::of)).toList();
            var plans = new ArrayList<>(parallel.map(orders, app -> plan(app, selection, facts)));
            plans.addAll(departed(selection, facts));
            return surveyed(plans, selection, InParallel.result(registration));
        }
    }

    /** Forgets the plan's proposals. */
    public void discard(Plan plan) {
        try (var parallel = new InParallel(AT_A_TIME)) {
            parallel.map(plan.stacks().stream().flatMap(stack -> stack.change().stream()).toList(), change -> {
                stacks.discard(change);
                return change;
            });
        }
    }

    private record Facts(
            Map<Optional<String>, Stack> stacks,
            Map<String, List<Running>> running,
            Map<String, Newest> newest) {

        List<Revision> running(Optional<String> app) {
            return app.map(running::get).stream().flatMap(Collection::stream).map(Running::revision).distinct()
                    .toList();
        }
    }

    private StackPlan plan(Optional<App> app, Selection selection, Facts facts) {
        var name = app.map(App::name);
        var existing = Optional.ofNullable(facts.stacks.get(name));
        var newest = name.map(facts.newest::get).orElse(Newest.missing(""));
        var plan = new StackPlan(stackName(existing, app), name, Kind.UNCHANGED, existing, Optional.empty(),
                facts.running(name), newest.revision(), holder(name), "");
        if (existing.isPresent() && existing.get().condition() == Condition.BUSY) {
            return plan.blocked("somebody is changing it (%s); wait until that has ended, then plan again"
                    .formatted(existing.get().status()));
        } else if (existing.isPresent() && existing.get().condition() == Condition.BROKEN && !selection.recreate()) {
            return plan.blocked(
                    "it is %s, which only a person can mend: look at it in the console of AWS, or apply with --recreate"
                            .formatted(existing.get().status()));
        } else if (app.isPresent() && newest.revision().isEmpty() && existing.isEmpty()) {
            return plan.blocked(newest.problem());
        }
        var order = new Order(app, newest.revision(), existing);
        try {
            return selection.recreate() && app.isPresent() && existing.isPresent()
                    ? recreated(plan, order)
                    : proposed(plan, order, newest);
        } catch (PlatformFailure failure) {
            return plan.blocked(failure.getMessage());
        }
    }

    private StackPlan proposed(StackPlan plan, Order order, Newest newest) {
        var change = stacks.propose(order);
        if (!change.isNothing() && plan.holder().isPresent()) {
            stacks.discard(change);
            return plan.blocked("it is to be changed, but it is %s; apply it once that has ended".formatted(
                    plan.holder().get()));
        }
        var instances = order.app().map(app -> view.berth(app).instances()).orElse(0);
        var meaning = Meaning.of(change, instances, plan.running(), newest.revision())
                + (newest.problem().isEmpty() ? "" : "; " + newest.problem());
        return new StackPlan(change.stack(), plan.app(), Meaning.kind(change), plan.existing(),
                change.isNothing() ? Optional.empty() : Optional.of(change), plan.running(), plan.newest(),
                plan.holder(), meaning);
    }

    /** Its old stack is removed first, so what is made then is made from nothing. */
    private StackPlan recreated(StackPlan plan, Order order) {
        var change = stacks.propose(new Order(order.app(), order.revision(), Optional.empty()));
        return new StackPlan(change.stack(), plan.app(), Kind.REPLACE, plan.existing(), Optional.of(change),
                plan.running(), plan.newest(), plan.holder(),
                "everything it has is removed, then made again; it does not answer in between");
    }

    private List<StackPlan> departed(Selection selection, Facts facts) {
        return facts.stacks.values().stream()
                .filter(stack -> stack.app().isPresent() && stack.condition() != Condition.EMPTY)
                .filter(stack -> view.app(stack.app().get()).isEmpty() && selection.includes(stack.app().get()))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .map(stack -> new StackPlan(stack.name(), stack.app(), Kind.DELETE, Optional.of(stack),
                        Optional.empty(), facts.running(stack.app()), Optional.empty(), holder(stack.app()),
                        why(stack.app().get())
                                + (selection.prune() ? "; it is removed" : "; removed only with --prune")))
                .toList();
    }

    private Optional<String> holder(Optional<String> app) {
        return app.flatMap(holders);
    }

    private String why(String app) {
        var known = view.catalogue().apps().get(app);
        if (known == null) {
            return "it has left the catalogue";
        }
        return known.berths().containsKey(view.environment().name())
                ? "it is not prod_ready"
                : "it has no berth in %s any more".formatted(view.environment().name().key());
    }

    private Plan surveyed(List<StackPlan> plans, Selection selection, Optional<Registration> registration) {
        var changes = plans.stream().flatMap(plan -> plan.change().stream()).toList();
        var removals = plans.stream().filter(plan -> selection.prune() && plan.kind() == Kind.DELETE)
                .flatMap(plan -> plan.existing().stream()).toList();
        return new Plan(view.catalogue().fleet(), view.environment().name(), plans, selection.prune(),
                stacks.survey(changes, removals), registration);
    }

    private String stackName(Optional<Stack> existing, Optional<App> app) {
        var shared = view.catalogue().fleet() + "-" + view.environment().name().key();
        return existing.map(Stack::name).orElse(app.map(name -> shared + "-" + name.name()).orElse(shared));
    }
}
