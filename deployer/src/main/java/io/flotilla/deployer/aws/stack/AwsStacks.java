package io.flotilla.deployer.aws.stack;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.client.Lazy;
import io.flotilla.deployer.aws.client.Pause;
import io.flotilla.deployer.aws.rule.ListenerRules;
import io.flotilla.deployer.aws.rule.RuleSurvey;
import io.flotilla.deployer.aws.secret.DatabaseSecrets;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Change;
import io.flotilla.deployer.platform.stack.Change.Part;
import io.flotilla.deployer.platform.stack.Order;
import io.flotilla.deployer.platform.stack.Progress;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.platform.stack.Stack.Condition;
import io.flotilla.deployer.platform.stack.Stacks;
import io.flotilla.deployer.platform.stack.Survey;
import io.flotilla.deployer.template.stack.Database;
import io.flotilla.deployer.template.stack.Names;
import software.amazon.awssdk.services.cloudformation.model.Output;

/** The stacks of an environment on CloudFormation, changed by change sets only. */
public final class AwsStacks implements Stacks {
    private final EnvironmentView view;
    private final Aws aws;
    private final Images images;
    private final Wishes wishes;
    private final StackList list;
    private final ChangeSets changeSets;
    private final StackWatch watch;
    private final ListenerRules rules;
    private final FirstHealth health;
    private final DatabaseSecrets database;
    private final Supplier<Optional<String>> gate;
    private volatile Lazy<Optional<String>> newestGate;
    private final Map<String, RuleSurvey.Aside> asides = new ConcurrentHashMap<>();

    /**
     * @param scripts the team's own user data of an app
     * @param gate    the digest of the gate that was published last; asked once for each reading of what is there
     */
    public AwsStacks(EnvironmentView view, Aws aws, Images images, Function<App, Optional<String>> scripts,
            Supplier<Optional<String>> gate, Pause pause, InstantSource clock) {
        this.view = view;
        this.aws = aws;
        this.images = images;
        this.gate = gate;
        this.newestGate = new Lazy<>(gate);
        this.wishes = new Wishes(view, scripts, images, () -> newestGate.get());
        this.list = new StackList(view, aws);
        this.changeSets = new ChangeSets(aws, pause, view.environment().extras().cloudFormationRole());
        this.watch = new StackWatch(aws, pause);
        this.rules = new ListenerRules(aws);
        this.health = new FirstHealth(aws, pause, clock);
        this.database = new DatabaseSecrets(view, aws, new SecureRandom());
    }

    @Override
    public List<Stack> present() {
        newestGate = new Lazy<>(gate);
        return list.read();
    }

    @Override
    public Change propose(Order order) {
        var wish = wishes.of(order);
        var condition = order.existing().map(Stack::condition);
        var isNew = condition.isEmpty() || condition.get() == Condition.EMPTY;
        if (condition.equals(Optional.of(Condition.STILLBORN)) || isNew && !sharedIsThere(order)
                || isMadeAgain(order, wish)) {
            // CloudFormation makes no change set before something else is done; all parts of a new stack are new.
            return new Change(order, wish.stack(), Optional.empty(), wish.parts());
        }
        try {
            var read = changeSets.create(wish, isNew);
            return new Change(order, wish.stack(),
                    read.parts().isEmpty() ? Optional.empty() : Optional.of(read.id()), read.parts());
        } catch (ChangeSets.Refused refused) {
            if (isNew) {
                removeIfEmpty(wish.stack());
            }
            throw new PlatformFailure.Final("the change set of " + wish.stack(), refused.getMessage(), refused);
        }
    }

    private boolean sharedIsThere(Order order) {
        return order.app().isEmpty()
                || list.outputs().getOrDefault(Names.stack(view), Map.of()).containsKey("HttpsListener");
    }

    private boolean isMadeAgain(Order order, Wish wish) {
        return order.existing().isEmpty() && list.outputs().containsKey(wish.stack());
    }

    @Override
    public Survey survey(List<Change> changes, List<Stack> removals) {
        var objections = new ArrayList<>(imageObjections(changes));
        certificateObjection().ifPresent(objections::add);
        var listener = list.outputs().getOrDefault(Names.stack(view), Map.of()).get("HttpsListener");
        if (listener == null || changes.stream().allMatch(change -> change.order().app().isEmpty())) {
            return new Survey(objections, Map.of(), List.of());
        }
        var owners = new HashMap<String, String>();
        list.outputs().forEach((stack, outputs) -> Optional.ofNullable(outputs.get("TargetGroup"))
                .ifPresent(arn -> owners.put(arn, stack)));
        var survey = new RuleSurvey(view, rules.on(listener), owners, changes, removals);
        asides.clear();
        asides.putAll(survey.asides());
        objections.addAll(survey.survey().objections());
        return new Survey(objections, survey.survey().waits(), survey.survey().notes());
    }

    private List<String> imageObjections(List<Change> changes) {
        return changes.stream().flatMap(change -> change.order().app().stream())
                .filter(app -> view.berth(app).ami().filter(ami -> !images.has(ami)).isPresent())
                .map(app -> "apps.%s.%s.ami: there is no image %s in %s that this account may use".formatted(app.name(),
                        view.environment().name().key(), view.berth(app).ami().orElseThrow(), aws.region()))
                .toList();
    }

    private Optional<String> certificateObjection() {
        return view.environment().certificate().filter(arn -> !arn.split(":", -1)[3].equals(aws.region()))
                .map(arn -> "environments.%s.certificate: it is in %s, and a load balancer in %s takes only those of its own region"
                        .formatted(view.environment().name().key(), arn.split(":", -1)[3], aws.region()));
    }

    @Override
    public void discard(Change change) {
        change.id().ifPresent(id -> changeSets.delete(change.stack(), id));
        if (change.isNew() && change.id().isPresent()) {
            removeIfEmpty(change.stack());
        }
    }

    /** Planning a new app leaves a stack with nothing in it, which would be in the way of whoever deletes the shared one. */
    private void removeIfEmpty(String stack) {
        watch.stack(stack).filter(there -> there.stackStatusAsString().equals("REVIEW_IN_PROGRESS"))
                .ifPresent(empty -> delete(empty.stackId()));
    }

    @Override
    public void execute(Change change, Progress progress) {
        if (change.order().existing().filter(stack -> stack.condition() == Condition.STILLBORN).isPresent()) {
            remove(change.order().existing().get(), progress);
        }
        var id = change.id().orElseGet(() -> proposedAgain(change));
        Optional.ofNullable(asides.remove(change.stack()))
                .ifPresent(aside -> rules.move(aside.rule(), aside.priority()));
        var isShared = change.order().app().isEmpty();
        if (isShared) {
            database.prepare();
        }
        var stackId = watch.stack(change.stack()).orElseThrow().stackId();
        var mark = watch.mark(stackId);
        changeSets.execute(change.stack(), id);
        watch.untilApplied(change.stack(), stackId, mark, progress);
        if (isShared) {
            database.publish(output(change.stack(), Database.ENDPOINT));
        } else if (change.isNew()) {
            change.order().app().ifPresent(app -> awaitHealth(change.stack(), app, progress));
        }
    }

    /** What could not be proposed before is proposed now, and refused if it is not what was shown. */
    private String proposedAgain(Change change) {
        try {
            var read = changeSets.create(wishes.of(new Order(change.order().app(), change.order().revision(),
                    Optional.empty())), true);
            if (!names(read.parts()).equals(names(change.resources()))) {
                changeSets.delete(change.stack(), read.id());
                removeIfEmpty(change.stack());
                throw new PlatformFailure.Final(change.stack(),
                        "CloudFormation would do something else than was shown (%s); "
                                .formatted(names(read.parts())) + "nothing was done. Plan again",
                        null);
            }
            return read.id();
        } catch (ChangeSets.Refused refused) {
            removeIfEmpty(change.stack());
            throw new PlatformFailure.Final("the change set of " + change.stack(), refused.getMessage(), refused);
        }
    }

    private static Set<String> names(List<Part> parts) {
        return parts.stream().map(part -> part.action() + " " + part.id()).collect(Collectors.toSet());
    }

    private void awaitHealth(String stack, App app, Progress progress) {
        output(stack, "TargetGroup")
                .ifPresent(arn -> health.await(stack, arn, view.berth(app).instances(), progress));
    }

    private Optional<String> output(String stack, String name) {
        return watch.stack(stack).flatMap(made -> made.outputs().stream()
                .filter(output -> output.outputKey().equals(name)).findFirst()).map(Output::outputValue);
    }

    /** Mends what a broken-off apply may have left undone: the database's address, as the stack told it when it was read last. */
    public void mendSecrets() {
        database.publish(Optional.ofNullable(list.outputs().getOrDefault(Names.stack(view), Map.of())
                .get(Database.ENDPOINT)));
    }

    @Override
    public void remove(Stack stack, Progress progress) {
        var there = watch.stack(stack.name());
        if (there.isEmpty()) {
            return;
        } else if (Boolean.TRUE.equals(there.get().enableTerminationProtection())) {
            throw new PlatformFailure.Final(stack.name(), ("it is protected from being removed; if it shall go, first: "
                    + "aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name %s")
                    .formatted(stack.name()), null);
        }
        var mark = watch.mark(there.get().stackId());
        delete(there.get().stackId());
        watch.untilRemoved(stack.name(), there.get().stackId(), mark, progress);
    }

    private void delete(String stackId) {
        Asking.ask("cloudformation:DeleteStack", stackId, () -> aws.cloudFormation()
                .deleteStack(request -> request.stackName(stackId)));
    }
}
