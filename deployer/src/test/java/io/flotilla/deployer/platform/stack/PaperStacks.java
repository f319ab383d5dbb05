package io.flotilla.deployer.platform.stack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.App;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Change.Action;
import io.flotilla.deployer.platform.stack.Change.Part;
import io.flotilla.deployer.platform.stack.Stack.Condition;

/** Stacks that are made of paper: what they answer is written down before, what is done to them after. */
public final class PaperStacks implements Stacks, Sources {
    public final List<Stack> present = new ArrayList<>();
    public final List<Running> running = new ArrayList<>();
    public final Map<String, Newest> newest = new HashMap<>();
    /** What is proposed for a stack, by its name; otherwise whatever is missing is added, and nothing else changes. */
    public final Map<String, List<Part>> parts = new HashMap<>();
    public final Map<String, String> failures = new HashMap<>();
    /** What was done, in order, such as {@code execute davinci-labs-dev-Sales}. */
    public final List<String> done = Collections.synchronizedList(new ArrayList<>());
    public Survey survey = Survey.clear();
    /** Runs while a stack is changed. */
    public Function<String, Void> during = stack -> null;

    public static Stack stack(String name, Optional<String> app, Condition condition) {
        return new Stack(name, app, condition, condition == Condition.SETTLED ? "UPDATE_COMPLETE" : condition.name(),
                Map.of(), Optional.empty(), false);
    }

    public static Part part(Action action, String id, String type, String... properties) {
        return new Part(action, id, type, List.of(properties));
    }

    @Override
    public List<Stack> present() {
        return List.copyOf(present);
    }

    @Override
    public Change propose(Order order) {
        var name = "davinci-labs-dev" + order.app().map(app -> "-" + app.name()).orElse("");
        refuse("propose " + name);
        var standard = order.existing().isEmpty()
                ? List.of(part(Action.ADD, "Group", "AWS::AutoScaling::AutoScalingGroup"))
                : List.<Part>of();
        return new Change(order, name, Optional.of("set-of-" + name), parts.getOrDefault(name, standard));
    }

    @Override
    public Survey survey(List<Change> changes, List<Stack> removals) {
        return survey;
    }

    @Override
    public void discard(Change change) {
        done.add("discard " + change.stack());
    }

    @Override
    public void execute(Change change, Progress progress) {
        during.apply(change.stack());
        refuse("execute " + change.stack());
        done.add("execute " + change.stack());
    }

    @Override
    public void remove(Stack stack, Progress progress) {
        refuse("remove " + stack.name());
        done.add("remove " + stack.name());
    }

    @Override
    public Map<String, Newest> newest(Collection<App> apps) {
        return apps.stream().collect(Collectors.toMap(App::name, app -> newest.getOrDefault(app.name(),
                Newest.found(Revision.of("a".repeat(40))))));
    }

    @Override
    public Revision publish(App app, Path artifact) {
        throw new UnsupportedOperationException("paper has no artifacts");
    }

    @Override
    public Revision publishGate(Path artifact) {
        throw new UnsupportedOperationException("paper has no gate");
    }

    @Override
    public List<Running> running() {
        return List.copyOf(running);
    }

    /** An instance that runs a revision. */
    public void runs(String app, String revision) {
        running.add(new Running(app, "i-" + running.size(), Revision.of(revision), "running", Instant.EPOCH));
    }

    /** Who waits for whom. */
    public void waits(String stack, String other) {
        var waits = new HashMap<>(survey.waits());
        waits.put(stack, Set.of(other));
        survey = new Survey(survey.objections(), waits, survey.notes());
    }

    private void refuse(String what) {
        if (failures.containsKey(what)) {
            throw new PlatformFailure.Final(what, failures.get(what), null);
        }
    }
}
