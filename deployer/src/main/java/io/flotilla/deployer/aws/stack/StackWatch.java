package io.flotilla.deployer.aws.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.client.Pause;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Progress;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Waits until what CloudFormation does to a stack has ended, and finds out what went wrong if it did. */
final class StackWatch {
    private static final Duration POLL = Duration.ofSeconds(4);

    private final Aws aws;
    private final Pause pause;

    StackWatch(Aws aws, Pause pause) {
        this.aws = aws;
        this.pause = pause;
    }

    /** The newest event of a stack, before something is begun; empty if it has none. */
    Optional<String> mark(String stackId) {
        return Asking.ask("cloudformation:DescribeStackEvents", stackId, () -> aws.cloudFormation()
                .describeStackEvents(request -> request.stackName(stackId)).stackEvents().stream().findFirst()
                .map(StackEvent::eventId));
    }

    /**
     * Waits until a creation or an update has ended.
     *
     * @param mark what was the newest event before
     * @throws PlatformFailure.Final if it failed; the message names the first part that did, and why
     */
    void untilApplied(String name, String stackId, Optional<String> mark, Progress progress) {
        var seen = new ArrayList<StackEvent>();
        for (;;) {
            tell(name, stackId, mark, seen, progress);
            var status = status(stackId).orElse("DELETE_COMPLETE");
            // Until the first event is there, the status may still be that of the last time.
            if (!seen.isEmpty() && !status.endsWith("_IN_PROGRESS")) {
                tell(name, stackId, mark, seen, progress);
                if (!status.equals("CREATE_COMPLETE") && !status.equals("UPDATE_COMPLETE")) {
                    throw new PlatformFailure.Final(name, "%s; %s".formatted(reason(seen), consequence(status)), null);
                }
                return;
            }
            pause.of(POLL);
        }
    }

    /** @throws PlatformFailure.Final if something of the stack cannot be removed */
    void untilRemoved(String name, String stackId, Optional<String> mark, Progress progress) {
        var seen = new ArrayList<StackEvent>();
        for (var status = status(stackId); status.isPresent() && !status.get().equals("DELETE_COMPLETE");) {
            tell(name, stackId, mark, seen, progress);
            if (status.get().equals("DELETE_FAILED")) {
                throw new PlatformFailure.Final(name,
                        "%s; what is left of it is still there: mend that, then run this again"
                                .formatted(reason(seen)),
                        null);
            }
            pause.of(POLL);
            status = status(stackId);
        }
    }

    Optional<String> status(String stackId) {
        return stack(stackId).map(Stack::stackStatusAsString);
    }

    /** The stack by name or id; empty if there is none. */
    Optional<Stack> stack(String stackId) {
        try {
            return aws.cloudFormation().describeStacks(request -> request.stackName(stackId)).stacks().stream()
                    .findFirst();
        } catch (CloudFormationException failure) {
            if (failure.getMessage() != null && failure.getMessage().contains("does not exist")) {
                return Optional.empty();
            }
            throw Asking.explained("cloudformation:DescribeStacks", stackId, failure);
        }
    }

    private void tell(String name, String stackId, Optional<String> mark, List<StackEvent> seen, Progress progress) {
        var known = seen.isEmpty() ? mark : Optional.of(seen.get(seen.size() - 1).eventId());
        var fresh = new ArrayList<StackEvent>();
        Asking.ask("cloudformation:DescribeStackEvents", name, () -> {
            fresh.clear();
            for (var event : aws.cloudFormation().describeStackEventsPaginator(
                    request -> request.stackName(stackId)).stackEvents()) {
                if (known.equals(Optional.of(event.eventId()))) {
                    break;
                }
                fresh.add(event);
            }
            return fresh;
        });
        Collections.reverse(fresh);
        fresh.forEach(event -> progress.step(name,
                "%s %s".formatted(event.logicalResourceId(), event.resourceStatusAsString())));
        seen.addAll(fresh);
    }

    /** The first failure is the cause; the parts that were cancelled for its sake say nothing. */
    private static String reason(List<StackEvent> events) {
        return events.stream().filter(event -> event.resourceStatusAsString().endsWith("_FAILED"))
                .filter(event -> event.resourceStatusReason() != null
                        && !event.resourceStatusReason().contains("cancelled"))
                .findFirst().or(() -> events.stream().filter(event -> event.resourceStatusReason() != null).findFirst())
                .map(event -> "%s (%s): %s".formatted(event.logicalResourceId(), event.resourceType(),
                        event.resourceStatusReason()))
                .orElse("CloudFormation gives no reason");
    }

    private static String consequence(String status) {
        return switch (status) {
            case "UPDATE_ROLLBACK_COMPLETE" -> "it is as it was before";
            case "ROLLBACK_COMPLETE", "DELETE_COMPLETE" ->
                "what had been made is removed again; apply again once that is mended";
            default -> "it is %s now, which a person has to look at in the console of AWS".formatted(status);
        };
    }
}
