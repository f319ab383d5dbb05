package io.flotilla.deployer.aws.stack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.client.Pause;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Progress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** Waits until an app's first instances are healthy: CloudFormation calls a group complete before they are. */
final class FirstHealth {
    /** The seed's "at least 15 minutes". */
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration POLL = Duration.ofSeconds(10);

    private final Aws aws;
    private final Pause pause;
    private final InstantSource clock;

    FirstHealth(Aws aws, Pause pause, InstantSource clock) {
        this.aws = aws;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * @param wanted how many have to be healthy
     * @throws PlatformFailure.Final after 15 minutes; the message gives the load balancer's reasons
     */
    void await(String stack, String targetGroup, int wanted, Progress progress) {
        var end = clock.instant().plus(LIMIT);
        for (;;) {
            var targets = Asking.ask("elasticloadbalancing:DescribeTargetHealth", stack, () -> aws.loadBalancing()
                    .describeTargetHealth(request -> request.targetGroupArn(targetGroup)).targetHealthDescriptions());
            var healthy = targets.stream()
                    .filter(target -> target.targetHealth().state() == TargetHealthStateEnum.HEALTHY).count();
            progress.step(stack, "%d of %d healthy".formatted(healthy, wanted));
            if (healthy >= wanted) {
                return;
            } else if (clock.instant().isAfter(end)) {
                throw new PlatformFailure.Final(stack,
                        ("its stack is made, but after %d minutes %d of %d instances are healthy (%s); look at "
                                + "/var/log/cloud-init-output.log on the instance").formatted(LIMIT.toMinutes(),
                                        healthy,
                                        wanted, targets.isEmpty()
                                                ? "none has started"
                                                : targets.stream().map(FirstHealth::line)
                                                        .collect(Collectors.joining(", "))),
                        null);
            }
            pause.of(POLL);
        }
    }

    private static String line(TargetHealthDescription target) {
        var health = target.targetHealth();
        return "%s %s%s".formatted(target.target().id(), health.stateAsString(),
                health.reasonAsString() == null ? "" : " " + health.reasonAsString());
    }
}
