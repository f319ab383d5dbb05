package io.flotilla.deployer.aws.instance;

import java.util.Map;
import java.util.stream.Collectors;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.client.Lazy;
import io.flotilla.deployer.platform.PlatformFailure;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** What an app's stack made, by what the stack tells; asked once. */
final class AppResources {
    private final Aws aws;
    private final String stack;
    private final Lazy<Map<String, String>> outputs;

    AppResources(Aws aws, String stack) {
        this.aws = aws;
        this.stack = stack;
        this.outputs = new Lazy<>(() -> describe().outputs().stream()
                .collect(Collectors.toMap(Output::outputKey, Output::outputValue)));
    }

    String stack() {
        return stack;
    }

    String group() {
        return output("Group");
    }

    String targetGroup() {
        return output("TargetGroup");
    }

    String launchTemplate() {
        return output("LaunchTemplate");
    }

    /** The stack as it is now. */
    Stack describe() {
        try {
            return aws.cloudFormation().describeStacks(request -> request.stackName(stack)).stacks().get(0);
        } catch (CloudFormationException failure) {
            if (failure.getMessage() != null && failure.getMessage().contains("does not exist")) {
                throw new PlatformFailure.Final(stack, "there is no such stack; apply the app first", failure);
            }
            throw Asking.explained("cloudformation:DescribeStacks", stack, failure);
        }
    }

    private String output(String name) {
        var value = outputs.get().get(name);
        if (value == null) {
            throw new PlatformFailure.Final(stack,
                    "its stack has no %s, so it was never made whole; apply the app first"
                            .formatted(name),
                    null);
        }
        return value;
    }
}
