package io.flotilla.deployer.aws.stack;

import java.util.Optional;

import io.flotilla.deployer.platform.stack.Change.Action;
import io.flotilla.deployer.platform.stack.Change.Part;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

/** What CloudFormation says of a resource, in the house's words. */
final class Parts {
    private static final String VERSION = "LaunchTemplateVersion";

    private Parts() {}

    /** Empty if nothing comes of it. */
    static Optional<Part> of(ResourceChange change) {
        if (onlyCatchesUp(change)) {
            return Optional.empty();
        }
        return Optional.of(new Part(action(change), change.logicalResourceId(), change.resourceType(),
                change.details().stream().map(ResourceChangeDetail::target).filter(target -> target != null)
                        .map(target -> target.name() == null ? target.attributeAsString() : target.name())
                        .distinct().sorted().toList()));
    }

    private static Action action(ResourceChange change) {
        return switch (change.action()) {
            case ADD, IMPORT -> Action.ADD;
            case REMOVE -> Action.REMOVE;
            default -> change.replacement() == Replacement.TRUE
                    ? Action.REPLACE
                    : change.replacement() == Replacement.CONDITIONAL ? Action.MAY_REPLACE : Action.MODIFY;
        };
    }

    /** A rollout has moved the group already: CloudFormation learns of the version that is in use anyway. */
    private static boolean onlyCatchesUp(ResourceChange change) {
        return change.resourceType().equals("AWS::AutoScaling::AutoScalingGroup") && !change.details().isEmpty()
                && change.details().stream().allMatch(detail -> VERSION.equals(detail.causingEntity()));
    }
}
