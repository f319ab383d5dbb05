package io.flotilla.deployer.aws.instance;

import java.util.Optional;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.platform.PlatformFailure;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** Whether an instance is one of the app's group: AWS itself would end or register anybody's. */
final class Membership {
    /** The tag that Auto Scaling gives every instance of a group, also to one that has ended. */
    private static final String GROUP = "aws:autoscaling:groupName";

    private final Aws aws;
    private final AppResources app;

    Membership(Aws aws, AppResources app) {
        this.aws = aws;
        this.app = app;
    }

    /**
     * Whether it is in the group; false if it was and is gone, or if AWS has forgotten it.
     *
     * @throws PlatformFailure.Final if it is somebody else's
     */
    boolean has(String instance) {
        var group = Asking.ask("autoscaling:DescribeAutoScalingInstances", instance, () -> aws.autoScaling()
                .describeAutoScalingInstances(request -> request.instanceIds(instance)).autoScalingInstances().stream()
                .findFirst().map(member -> member.autoScalingGroupName()));
        if (group.equals(Optional.of(app.group()))) {
            return true;
        }
        if (group.isPresent() || find(instance).filter(found -> !isOurs(found) && !isEnding(found)).isPresent()) {
            throw new PlatformFailure.Final(instance,
                    "it is no instance of %s; nothing was done".formatted(app.stack()),
                    null);
        }
        return false;
    }

    private boolean isOurs(Instance instance) {
        return instance.tags().stream()
                .anyMatch(tag -> tag.key().equals(GROUP) && tag.value().equals(app.group()));
    }

    /** EC2 takes the tags off an instance some time after its end; nothing can be done to it any more. */
    private static boolean isEnding(Instance instance) {
        return instance.state().name() == InstanceStateName.TERMINATED
                || instance.state().name() == InstanceStateName.SHUTTING_DOWN;
    }

    private Optional<Instance> find(String instance) {
        return Asking.ask("ec2:DescribeInstances", instance, () -> aws.ec2().describeInstancesPaginator(
                request -> request.filters(Filter.builder().name("instance-id").values(instance).build()))
                .reservations().stream().flatMap(reservation -> reservation.instances().stream()).findFirst());
    }
}
