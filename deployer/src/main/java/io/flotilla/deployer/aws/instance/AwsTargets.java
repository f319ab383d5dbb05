package io.flotilla.deployer.aws.instance;

import java.util.List;
import java.util.Optional;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Targets;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidTargetException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** An app's target group. */
final class AwsTargets implements Targets {
    private final Aws aws;
    private final AppResources app;
    private final Membership membership;

    AwsTargets(Aws aws, AppResources app) {
        this.aws = aws;
        this.app = app;
        this.membership = new Membership(aws, app);
    }

    @Override
    public List<Target> health() {
        return Asking.ask("elasticloadbalancing:DescribeTargetHealth", app.stack(), () -> aws.loadBalancing()
                .describeTargetHealth(request -> request.targetGroupArn(app.targetGroup())).targetHealthDescriptions()
                .stream().map(AwsTargets::target).toList());
    }

    @Override
    public void register(String instance) {
        if (!membership.has(instance)) {
            throw new PlatformFailure.Final("RegisterTargets of " + instance, "the instance is gone", null);
        }
        Asking.ask("elasticloadbalancing:RegisterTargets", instance, () -> aws.loadBalancing().registerTargets(
                request -> request.targetGroupArn(app.targetGroup()).targets(target(instance))));
    }

    @Override
    public void deregister(String instance) {
        membership.has(instance);
        Asking.ask("elasticloadbalancing:DeregisterTargets", instance, () -> {
            try {
                return aws.loadBalancing().deregisterTargets(
                        request -> request.targetGroupArn(app.targetGroup()).targets(target(instance)));
            } catch (InvalidTargetException notRegistered) {
                return null;
            }
        });
    }

    private static TargetDescription target(String instance) {
        return TargetDescription.builder().id(instance).build();
    }

    private static Target target(TargetHealthDescription target) {
        var health = target.targetHealth();
        return new Target(target.target().id(), state(health.stateAsString()),
                Optional.ofNullable(health.reasonAsString()), Optional.ofNullable(health.description()).orElse(""));
    }

    static State state(String state) {
        return switch (state) {
            case "initial" -> State.INITIAL;
            case "healthy" -> State.HEALTHY;
            case "unhealthy.draining" -> State.DRAINING;
            case "unhealthy" -> State.UNHEALTHY;
            case "draining" -> State.DRAINING;
            case "unused" -> State.UNUSED;
            default -> State.UNAVAILABLE;
        };
    }
}
