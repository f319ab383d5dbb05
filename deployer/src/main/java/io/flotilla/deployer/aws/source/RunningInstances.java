package io.flotilla.deployer.aws.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.stack.Tags;
import io.flotilla.deployer.platform.stack.Revision;
import io.flotilla.deployer.platform.stack.Running;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The instances of an environment, by one paged call; what they run is written on their tags. */
final class RunningInstances {
    private final EnvironmentView view;
    private final Aws aws;

    RunningInstances(EnvironmentView view, Aws aws) {
        this.view = view;
        this.aws = aws;
    }

    List<Running> read() {
        return Asking.ask("ec2:DescribeInstances", "the environment", () -> aws.ec2()
                .describeInstancesPaginator(request -> request.filters(
                        filter("tag:" + Tags.FLEET, view.catalogue().fleet()),
                        filter("tag:" + Tags.ENVIRONMENT, view.environment().name().key()),
                        filter("instance-state-name", "pending", "running")))
                .reservations().stream().flatMap(reservation -> reservation.instances().stream())
                .map(RunningInstances::running).flatMap(Optional::stream).toList());
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    private static Optional<Running> running(Instance instance) {
        var tags = instance.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
        return Optional.ofNullable(tags.get(Tags.APP)).map(app -> new Running(app, instance.instanceId(),
                revision(tags), instance.state().nameAsString(), instance.launchTime()));
    }

    private static Revision revision(Map<String, String> tags) {
        return new Revision(tags.getOrDefault(Tags.REVISION, "unknown"),
                Optional.ofNullable(tags.get(Tags.CODEBASE_REVISION)));
    }
}
