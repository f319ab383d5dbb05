package io.flotilla.deployer.local.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.local.control.ControlClient;
import io.flotilla.deployer.local.control.ControlFile;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.platform.stack.Change;
import io.flotilla.deployer.platform.stack.Change.Action;
import io.flotilla.deployer.platform.stack.Change.Part;
import io.flotilla.deployer.platform.stack.Order;
import io.flotilla.deployer.platform.stack.Progress;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.platform.stack.Stacks;
import io.flotilla.deployer.platform.stack.Survey;

/**
 * What applying comes to on this machine: an app's rule, targets, group and versions are its stack, the gateway is what all
 * share. The gateway is there as long as the fleet runs, and removing it ends the fleet.
 */
final class LocalStacks implements Stacks {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final EnvironmentView view;
    private final ControlClient client;

    LocalStacks(EnvironmentView view, ControlClient client) {
        this.view = view;
        this.client = client;
    }

    @Override
    public List<Stack> present() {
        var stacks = new ArrayList<Stack>();
        stacks.add(stack(Optional.empty(), Map.of()));
        client.order("present", ControlClient.arguments()).forEach(one -> stacks.add(
                stack(Optional.of(one.get("app").asText()), Map.of("Revision", one.get("revision").asText()))));
        // The sign-in is no app of the catalogue, and goes with the gateway.
        stacks.removeIf(stack -> stack.app().filter("Identity"::equals).isPresent() && view.app("Identity").isEmpty());
        return stacks;
    }

    private Stack stack(Optional<String> app, Map<String, String> parameters) {
        return new Stack(name(app), app, Stack.Condition.SETTLED, "RUNNING", parameters, Optional.empty(), false);
    }

    private String name(Optional<String> app) {
        var shared = view.catalogue().fleet() + "-" + view.environment().name().key();
        return app.map(name -> shared + "-" + name).orElse(shared);
    }

    @Override
    public Change propose(Order order) {
        var parts = new ArrayList<Part>();
        order.app().ifPresent(app -> {
            var proposal = orders(app).give("propose");
            var action = proposal.get("new").asBoolean() || order.existing().isEmpty() ? Action.ADD : Action.MODIFY;
            proposal.get("parts").fields()
                    .forEachRemaining(part -> parts.add(new Part(action, part.getKey(), type(part.getKey()),
                            StreamSupport.stream(part.getValue().spliterator(), false).map(JsonNode::asText)
                                    .toList())));
        });
        return new Change(order, name(order.app().map(App::name)), Optional.empty(), parts);
    }

    /** As AWS calls the part that this one stands for. */
    private static String type(String part) {
        return switch (part) {
            case "LaunchTemplate" -> "AWS::EC2::LaunchTemplate";
            case "Group" -> "AWS::AutoScaling::AutoScalingGroup";
            default -> "AWS::ElasticLoadBalancingV2::" + part;
        };
    }

    @Override
    public Survey survey(List<Change> changes, List<Stack> removals) {
        return Survey.clear();
    }

    @Override
    public void discard(Change change) {
        // A proposal is not kept.
    }

    @Override
    public void execute(Change change, Progress progress) {
        var app = change.order().app().orElseThrow();
        progress.step(change.stack(), "applying");
        orders(app).give("apply");
        if (change.isNew()) {
            progress.step(change.stack(), "starting");
            var ports = new LocalTargets(orders(app));
            await(change.stack(), () -> ports.health().stream().anyMatch(target -> target.state() == State.HEALTHY));
        }
    }

    @Override
    public void remove(Stack stack, Progress progress) {
        progress.step(stack.name(), "removing");
        if (stack.app().isEmpty()) {
            var launcher = ControlFile.read(client.state()).map(ControlFile::launcher).flatMap(ProcessHandle::of);
            client.order("end", ControlClient.arguments());
            await(stack.name(), () -> ControlFile.read(client.state()).isEmpty()
                    && launcher.filter(ProcessHandle::isAlive).isEmpty());
        } else {
            new AppOrders(client, stack.app().get()).give("remove");
            await(stack.name(), () -> present().stream().noneMatch(other -> other.name().equals(stack.name())));
        }
    }

    private AppOrders orders(App app) {
        return new AppOrders(client, app.name());
    }

    /** A condition that is awaited. */
    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    private static void await(String stack, Condition condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > deadline) {
                    throw new PlatformFailure.Final(stack, "not done within %d s; its log may say why: deployer status"
                            .formatted(PATIENCE.toSeconds()), null);
                }
                Thread.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure.Transient(stack, "interrupted", e);
        }
    }
}
