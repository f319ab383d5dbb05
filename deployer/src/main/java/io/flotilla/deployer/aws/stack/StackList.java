package io.flotilla.deployer.aws.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.platform.stack.Stack.Condition;
import io.flotilla.deployer.template.stack.Names;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Filter;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** The environment's stacks, by one paged call for all of them, and one more for their groups. */
final class StackList {
    private final EnvironmentView view;
    private final Aws aws;
    private final String shared;
    private final Map<String, App> known;
    private volatile Map<String, Map<String, String>> outputs = Map.of();

    StackList(EnvironmentView view, Aws aws) {
        this.view = view;
        this.aws = aws;
        this.shared = Names.stack(view);
        this.known = view.apps().stream().collect(Collectors.toMap(app -> Names.stack(view, app), app -> app));
    }

    List<Stack> read() {
        var versions = launchTemplateVersions();
        var mine = Asking.ask("cloudformation:DescribeStacks", "the account's stacks",
                () -> aws.cloudFormation().describeStacksPaginator().stacks().stream().filter(this::isMine).toList());
        outputs = mine.stream().collect(Collectors.toMap(stack -> stack.stackName(), stack -> stack.outputs().stream()
                .collect(Collectors.toMap(Output::outputKey, Output::outputValue))));
        return mine.stream().map(stack -> stack(stack, versions)).toList();
    }

    /** What the stacks told when they were read last, by stack and output. */
    Map<String, Map<String, String>> outputs() {
        return outputs;
    }

    static Condition condition(String status) {
        return switch (status) {
            case "REVIEW_IN_PROGRESS" -> Condition.EMPTY;
            case "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED" -> Condition.STILLBORN;
            case "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE",
                    "IMPORT_ROLLBACK_COMPLETE" ->
                Condition.SETTLED;
            default -> status.endsWith("_IN_PROGRESS") ? Condition.BUSY : Condition.BROKEN;
        };
    }

    /** By its tags, since a name alone could be another fleet's; one that was only planned has no tags yet. */
    private boolean isMine(software.amazon.awssdk.services.cloudformation.model.Stack stack) {
        if (!stack.stackName().equals(shared) && !stack.stackName().startsWith(shared + "-")) {
            return false;
        }
        var tags = tags(stack);
        return tags.isEmpty()
                ? stack.stackName().equals(shared) || known.containsKey(stack.stackName())
                : view.catalogue().fleet().equals(tags.get(Tags.FLEET))
                        && view.environment().name().key().equals(tags.get(Tags.ENVIRONMENT));
    }

    private Stack stack(software.amazon.awssdk.services.cloudformation.model.Stack stack,
            Map<String, String> versions) {
        var app = Optional.of(stack.stackName()).filter(name -> !name.equals(shared))
                .map(name -> name.substring(shared.length() + 1));
        var parameters = new HashMap<String, String>();
        for (Parameter parameter : stack.parameters()) {
            parameters.put(parameter.parameterKey(), parameter.parameterValue());
        }
        // Rollouts move the group past the stack; an update must not move it back.
        app.map(versions::get).ifPresent(version -> parameters.put("LaunchTemplateVersion", version));
        return new Stack(stack.stackName(), app, condition(stack.stackStatusAsString()), stack.stackStatusAsString(),
                parameters, drift(stack), Boolean.TRUE.equals(stack.enableTerminationProtection()));
    }

    private static Optional<String> drift(software.amazon.awssdk.services.cloudformation.model.Stack stack) {
        return Optional.ofNullable(stack.driftInformation())
                .filter(drift -> drift.stackDriftStatus() == StackDriftStatus.DRIFTED)
                .map(drift -> "changed by hand, as CloudFormation saw at " + drift.lastCheckTimestamp());
    }

    private static Map<String, String> tags(software.amazon.awssdk.services.cloudformation.model.Stack stack) {
        return stack.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    }

    private Map<String, String> launchTemplateVersions() {
        var groups = Asking.ask("autoscaling:DescribeAutoScalingGroups", "the environment",
                () -> aws.autoScaling().describeAutoScalingGroupsPaginator(request -> request.filters(
                        tagged(Tags.FLEET, view.catalogue().fleet()),
                        tagged(Tags.ENVIRONMENT, view.environment().name().key())))
                        .autoScalingGroups().stream().toList());
        var versions = new HashMap<String, String>();
        for (var group : groups) {
            app(group).filter(app -> group.launchTemplate() != null && group.launchTemplate().version() != null)
                    .ifPresent(app -> versions.put(app, group.launchTemplate().version()));
        }
        return versions;
    }

    private static Optional<String> app(AutoScalingGroup group) {
        return group.tags().stream().filter(tag -> tag.key().equals(Tags.APP)).map(TagDescription::value).findFirst();
    }

    private static Filter tagged(String key, String value) {
        return Filter.builder().name("tag:" + key).values(value).build();
    }
}
