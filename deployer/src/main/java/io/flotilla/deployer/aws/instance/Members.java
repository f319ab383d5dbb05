package io.flotilla.deployer.aws.instance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.platform.Group.Lifecycle;
import io.flotilla.deployer.platform.Group.Member;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.ec2.model.Filter;

/** The instances of a group; EC2 adds when each was started. */
final class Members {
    private final Aws aws;
    private final String stack;

    Members(Aws aws, String stack) {
        this.aws = aws;
        this.stack = stack;
    }

    List<Member> of(AutoScalingGroup group) {
        var launched = group.hasInstances() && !group.instances().isEmpty()
                ? launched(group.instances().stream().map(Instance::instanceId).toList())
                : Map.<String, Instant>of();
        return group.instances().stream().map(instance -> new Member(instance.instanceId(),
                lifecycle(instance.lifecycleStateAsString()), "Healthy".equalsIgnoreCase(instance.healthStatus()),
                Optional.ofNullable(instance.launchTemplate()).map(template -> template.version()).orElse(""),
                Optional.ofNullable(launched.get(instance.instanceId())))).toList();
    }

    /** By a filter, because EC2 may not know an instance yet that Auto Scaling has just started. */
    private Map<String, Instant> launched(List<String> ids) {
        return Asking.ask("ec2:DescribeInstances", stack, () -> aws.ec2().describeInstancesPaginator(
                request -> request.filters(Filter.builder().name("instance-id").values(ids).build()))
                .reservations().stream().flatMap(reservation -> reservation.instances().stream())
                .collect(Collectors.toMap(instance -> instance.instanceId(), instance -> instance.launchTime())));
    }

    static Lifecycle lifecycle(String state) {
        if (state.startsWith("Pending") || state.startsWith("Warmed:Pending")) {
            return Lifecycle.PENDING;
        }
        return switch (state) {
            case "InService" -> Lifecycle.IN_SERVICE;
            case "Standby", "EnteringStandby" -> Lifecycle.STANDBY;
            default -> Lifecycle.LEAVING;
        };
    }
}
