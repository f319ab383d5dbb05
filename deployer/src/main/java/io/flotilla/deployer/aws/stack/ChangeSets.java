package io.flotilla.deployer.aws.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.client.Pause;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Change.Part;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Change sets: created, read to the last page, executed or deleted. */
final class ChangeSets {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int POLLS = 300;

    private final Aws aws;
    private final Pause pause;
    private final Optional<String> role;

    /** @param role what CloudFormation acts as; without one, it acts with the caller's rights */
    ChangeSets(Aws aws, Pause pause, Optional<String> role) {
        this.aws = aws;
        this.pause = pause;
        this.role = role;
    }

    /**
     * A change set as it was read.
     *
     * @param id    its ARN
     * @param parts empty if it would change nothing
     */
    record Read(String id, String stackId, List<Part> parts) {}

    /** CloudFormation refused to make one. */
    static final class Refused extends RuntimeException {
        Refused(String reason) {
            super(reason);
        }
    }

    /**
     * Makes one and reads it. One that failed or would change nothing is deleted again.
     *
     * @param isNew whether it makes the stack
     * @throws Refused with CloudFormation's reason
     */
    Read create(Wish wish, boolean isNew) {
        var created = Asking.ask("cloudformation:CreateChangeSet", wish.stack(),
                () -> aws.cloudFormation().createChangeSet(request -> request
                        .stackName(wish.stack())
                        .changeSetName("flotilla-" + UUID.randomUUID())
                        .changeSetType(isNew ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                        .templateBody(wish.template())
                        .parameters(wish.parameters().entrySet().stream().map(entry -> Parameter.builder()
                                .parameterKey(entry.getKey()).parameterValue(entry.getValue()).build()).toList())
                        .tags(wish.tags().entrySet().stream()
                                .map(entry -> Tag.builder().key(entry.getKey()).value(entry.getValue()).build())
                                .toList())
                        .capabilities(Capability.CAPABILITY_IAM)
                        .roleARN(role.orElse(null))));
        return read(wish.stack(), created.id(), created.stackId());
    }

    private Read read(String stack, String id, String stackId) {
        for (var poll = 0; poll < POLLS; poll++) {
            var first = describe(stack, id, null);
            if (first.status() == ChangeSetStatus.CREATE_COMPLETE) {
                var parts = parts(stack, id, first);
                if (parts.isEmpty()) {
                    delete(stack, id);
                }
                return new Read(id, stackId, parts);
            } else if (first.status() == ChangeSetStatus.FAILED) {
                delete(stack, id);
                return failed(id, stackId, first.statusReason() == null ? "" : first.statusReason());
            }
            pause.of(POLL);
        }
        throw new PlatformFailure.Transient("the change set of " + stack,
                "CloudFormation is still making it after five minutes",
                null);
    }

    private static Read failed(String id, String stackId, String reason) {
        if (reason.contains("didn't contain changes") || reason.contains("No updates are to be performed")) {
            return new Read(id, stackId, List.of());
        }
        throw new Refused(reason);
    }

    private List<Part> parts(String stack, String id, DescribeChangeSetResponse first) {
        var parts = new ArrayList<Part>();
        for (var page = first; page != null; page = page.nextToken() == null
                ? null
                : describe(stack, id, page.nextToken())) {
            page.changes().stream().filter(change -> change.resourceChange() != null)
                    .forEach(change -> Parts.of(change.resourceChange()).ifPresent(parts::add));
        }
        return parts;
    }

    private DescribeChangeSetResponse describe(String stack, String id, String page) {
        return Asking.ask("cloudformation:DescribeChangeSet", stack, () -> aws.cloudFormation()
                .describeChangeSet(request -> request.changeSetName(id).stackName(stack).nextToken(page)));
    }

    /** @throws PlatformFailure.Final if the stack has changed since it was made */
    void execute(String stack, String id) {
        try {
            aws.cloudFormation().executeChangeSet(request -> request.changeSetName(id).stackName(stack));
        } catch (ChangeSetNotFoundException | InvalidChangeSetStatusException stale) {
            throw new PlatformFailure.Final(stack,
                    "it has changed since this plan was made; nothing was done. Plan again",
                    stale);
        } catch (CloudFormationException failure) {
            throw Asking.explained("cloudformation:ExecuteChangeSet", stack, failure);
        }
    }

    /** Fine if it is gone. */
    void delete(String stack, String id) {
        try {
            aws.cloudFormation().deleteChangeSet(request -> request.changeSetName(id).stackName(stack));
        } catch (ChangeSetNotFoundException gone) {
            return;
        } catch (CloudFormationException failure) {
            if (failure.getMessage() == null || !failure.getMessage().contains("does not exist")) {
                throw Asking.explained("cloudformation:DeleteChangeSet", stack, failure);
            }
        }
    }
}
