package io.flotilla.deployer.aws.instance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.platform.Group;
import io.flotilla.deployer.platform.Instances;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.ScalingProcess;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefresh;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputResponse;

/** An app's instances as an Auto Scaling group. */
final class AwsInstances implements Instances {
    /** The statuses of an instance refresh that is over (Auto Scaling API reference, InstanceRefresh). */
    private static final Set<String> REFRESHED = Set.of("Successful", "Failed", "Cancelled", "RollbackFailed",
            "RollbackSuccessful");
    private static final int CONSOLE_BYTES = 16_384;

    private final Aws aws;
    private final AppResources app;
    private final Membership membership;

    AwsInstances(Aws aws, AppResources app) {
        this.aws = aws;
        this.app = app;
        this.membership = new Membership(aws, app);
    }

    @Override
    public Group describe() {
        var group = group();
        return new Group(group.minSize(), group.maxSize(), group.desiredCapacity(), version(group),
                group.suspendedProcesses().stream().map(process -> ScalingProcess.named(process.processName()))
                        .flatMap(Optional::stream).collect(Collectors.toSet()),
                isRefreshing(), new Members(aws, app.stack()).of(group));
    }

    private AutoScalingGroup group() {
        var name = app.group();
        return ask("DescribeAutoScalingGroups", () -> aws.autoScaling()
                .describeAutoScalingGroups(request -> request.autoScalingGroupNames(name))).autoScalingGroups().stream()
                .findFirst().orElseThrow(() -> new PlatformFailure.Final(name,
                        "the group is gone, though its stack is there; apply the app again", null));
    }

    private static String version(AutoScalingGroup group) {
        return Optional.ofNullable(group.launchTemplate()).map(template -> template.version())
                .filter(version -> version.matches("\\d+"))
                .orElseThrow(() -> new PlatformFailure.Final(group.autoScalingGroupName(),
                        "it has no numbered version of a launch template; apply the app again", null));
    }

    private boolean isRefreshing() {
        return ask("DescribeInstanceRefreshes", () -> aws.autoScaling()
                .describeInstanceRefreshes(request -> request.autoScalingGroupName(app.group()))).instanceRefreshes()
                .stream().map(InstanceRefresh::statusAsString).anyMatch(status -> !REFRESHED.contains(status));
    }

    @Override
    public void suspend(Set<ScalingProcess> processes) {
        if (!processes.isEmpty()) {
            ask("SuspendProcesses", () -> aws.autoScaling().suspendProcesses(
                    request -> request.autoScalingGroupName(app.group()).scalingProcesses(keys(processes))));
        }
    }

    @Override
    public void resume(Set<ScalingProcess> processes) {
        // Without a list, AWS would resume all of them.
        if (!processes.isEmpty()) {
            ask("ResumeProcesses", () -> aws.autoScaling().resumeProcesses(
                    request -> request.autoScalingGroupName(app.group()).scalingProcesses(keys(processes))));
        }
    }

    private static List<String> keys(Collection<ScalingProcess> processes) {
        return processes.stream().map(ScalingProcess::key).sorted().toList();
    }

    @Override
    public void setDesired(int desired) {
        ask("SetDesiredCapacity", () -> aws.autoScaling().setDesiredCapacity(request -> request
                .autoScalingGroupName(app.group()).desiredCapacity(desired).honorCooldown(false)));
    }

    @Override
    public void moveTo(String version) {
        ask("UpdateAutoScalingGroup", () -> aws.autoScaling().updateAutoScalingGroup(request -> request
                .autoScalingGroupName(app.group())
                .launchTemplate(template -> template.launchTemplateId(app.launchTemplate()).version(version))));
    }

    @Override
    public void retire(String instance) {
        terminate(instance, true);
    }

    @Override
    public void replace(String instance) {
        terminate(instance, false);
    }

    private void terminate(String instance, boolean decrement) {
        if (!membership.has(instance)) {
            return;
        }
        try {
            aws.autoScaling().terminateInstanceInAutoScalingGroup(request -> request.instanceId(instance)
                    .shouldDecrementDesiredCapacity(decrement));
        } catch (AutoScalingException failure) {
            if (!isLeaving(instance)) {
                throw Asking.explained("autoscaling:TerminateInstanceInAutoScalingGroup", instance, failure);
            }
        }
    }

    /** It may have begun to leave since it was looked at. */
    private boolean isLeaving(String instance) {
        return describe().find(instance).map(member -> member.lifecycle() == Group.Lifecycle.LEAVING).orElse(true);
    }

    @Override
    public void markHealthy(String instance) {
        if (membership.has(instance)) {
            ask("SetInstanceHealth", () -> aws.autoScaling().setInstanceHealth(request -> request.instanceId(instance)
                    .healthStatus("Healthy").shouldRespectGracePeriod(false)));
        }
    }

    @Override
    public String console(String instance) {
        membership.has(instance);
        var output = Optional.ofNullable(consoleOf(instance)).map(GetConsoleOutputResponse::output).orElse("");
        var bytes = Base64.getMimeDecoder().decode(output);
        var from = Math.max(0, bytes.length - CONSOLE_BYTES);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    /** The latest there is; old instance types keep only what was printed at the start. */
    private GetConsoleOutputResponse consoleOf(String instance) {
        try {
            return aws.ec2().getConsoleOutput(request -> request.instanceId(instance).latest(true));
        } catch (Ec2Exception failure) {
            var code = failure.awsErrorDetails() == null ? "" : failure.awsErrorDetails().errorCode();
            if ("InvalidInstanceID.NotFound".equals(code)) {
                return null;
            } else if ("UnsupportedOperation".equals(code)) {
                return Asking.ask("ec2:GetConsoleOutput", instance,
                        () -> aws.ec2().getConsoleOutput(request -> request.instanceId(instance)));
            }
            throw Asking.explained("ec2:GetConsoleOutput", instance, failure);
        }
    }

    private <T> T ask(String operation, Supplier<T> call) {
        return Asking.ask("autoscaling:" + operation, app.stack(), call);
    }
}
