package io.flotilla.deployer.aws.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Settings;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Change.Action;
import io.flotilla.deployer.platform.stack.Change.Part;
import io.flotilla.deployer.platform.stack.Order;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.template.InvalidTemplate;
import io.flotilla.deployer.template.Template;
import io.flotilla.deployer.template.stack.AppStack;
import io.flotilla.deployer.template.stack.EnvironmentStack;
import io.flotilla.deployer.template.userdata.Instance;

/** Turns orders into templates and their parameters. */
final class Wishes {
    private final EnvironmentView view;
    private final Function<App, Optional<String>> scripts;
    private final Images images;
    private final Supplier<Optional<String>> gate;

    /**
     * @param scripts the team's own user data of an app
     * @param gate    the digest of the newest gate
     */
    Wishes(EnvironmentView view, Function<App, Optional<String>> scripts, Images images,
            Supplier<Optional<String>> gate) {
        this.view = view;
        this.scripts = scripts;
        this.images = images;
        this.gate = gate;
    }

    /** @throws PlatformFailure.Final if the catalogue asks for what CloudFormation would refuse */
    Wish of(Order order) {
        try {
            var template = template(order);
            var tags = new LinkedHashMap<String, String>();
            tags.put(Tags.FLEET, view.catalogue().fleet());
            tags.put(Tags.ENVIRONMENT, view.environment().name().key());
            order.app().ifPresent(app -> tags.put(Tags.APP, app.name()));
            var parts = template.resources().entrySet().stream().map(resource -> new Part(Action.ADD, resource.getKey(),
                    resource.getValue().type(), List.of())).toList();
            return new Wish(template.stack(), template.yaml(), parts, parameters(template, order), tags);
        } catch (InvalidTemplate invalid) {
            throw new PlatformFailure.Final("the template", invalid.getMessage(), invalid);
        }
    }

    private Template template(Order order) {
        return order.app().map(app -> AppStack.of(view, app, Settings.of(view, app), scripts.apply(app)))
                .orElseGet(() -> EnvironmentStack.of(view));
    }

    private SortedMap<String, String> parameters(Template template, Order order) {
        var parameters = new TreeMap<String, String>();
        for (var name : template.parameters().keySet()) {
            value(name, order).ifPresent(value -> parameters.put(name, value));
        }
        return parameters;
    }

    /** What the stack was applied with stays, unless the order or the image says otherwise. */
    private Optional<String> value(String parameter, Order order) {
        var existing = order.existing().map(Stack::parameters).map(parameters -> parameters.get(parameter));
        return switch (parameter) {
            case "Revision" -> order.revision().map(revision -> revision.code()).or(() -> existing);
            case "CodebaseRevision" -> order.revision().flatMap(revision -> revision.codebase()).or(() -> existing);
            case Instance.GATE -> Optional.of(gate.get().or(() -> existing).orElseThrow(this::noGate));
            case "RootDevice" -> order.app().flatMap(app -> view.berth(app).ami()).flatMap(images::rootDevice)
                    .or(() -> existing);
            default -> existing;
        };
    }

    private PlatformFailure noGate() {
        return new PlatformFailure.Final("the gate",
                ("it stands before python and custom apps, and was never published: build "
                        + "app-base, then \"deployer publish %s --gate app-base/target/quarkus-app\"")
                        .formatted(view.environment().name().key()),
                null);
    }
}
