package io.flotilla.deployer.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.flotilla.deployer.plan.StackPlan.Kind;
import io.flotilla.deployer.platform.stack.Change;
import io.flotilla.deployer.platform.stack.Change.Action;
import io.flotilla.deployer.platform.stack.Change.Part;
import io.flotilla.deployer.platform.stack.Revision;

/** What a change comes to for those who use the app, and for those who have to do something next. */
final class Meaning {
    private Meaning() {}

    static Kind kind(Change change) {
        if (change.isNothing()) {
            return Kind.UNCHANGED;
        } else if (change.isNew()) {
            return Kind.CREATE;
        }
        return change.resources().stream().anyMatch(Meaning::isReplaced) ? Kind.REPLACE : Kind.UPDATE;
    }

    private static boolean isReplaced(Part part) {
        return part.action() == Action.REPLACE;
    }

    /**
     * @param instances how many instances the app has
     * @param newest    what a deploy would bring
     */
    static String of(Change change, int instances, List<Revision> running, Optional<Revision> newest) {
        var stale = newest.flatMap(revision -> running.stream().filter(runs -> !runs.equals(revision)).findFirst()
                .map(runs -> "runs %s, and %s is the newest".formatted(runs, revision)));
        return switch (kind(change)) {
            case CREATE -> created(change, instances);
            case UNCHANGED -> stale.map(text -> text + ": a rollout brings it").orElse("as it should be");
            default -> changed(change, stale);
        };
    }

    private static String created(Change change, int instances) {
        if (change.order().app().isEmpty()) {
            return "new: the load balancer and what else the apps share";
        }
        var again = change.order().existing().isPresent() ? "what is left of a failed start is removed first; " : "";
        return again + "new: %s, and apply waits until %s healthy".formatted(
                instances == 1 ? "one instance starts" : instances + " instances start",
                instances == 1 ? "it is" : "they are");
    }

    private static String changed(Change change, Optional<String> stale) {
        var sentences = new ArrayList<String>();
        stale.ifPresent(sentences::add);
        for (var part : change.resources()) {
            sentence(part).filter(sentence -> !sentences.contains(sentence)).ifPresent(sentences::add);
        }
        if (sentences.isEmpty()) {
            sentences.add("changed in place; nothing restarts");
        }
        return String.join("; ", sentences);
    }

    private static Optional<String> sentence(Part part) {
        var kind = part.type().substring(part.type().lastIndexOf(':') + 1);
        if (part.action() == Action.REPLACE) {
            return Optional.of(switch (kind) {
                case "AutoScalingGroup" ->
                    "its group is replaced: every instance ends and new ones start, outside of a rollout";
                case "TargetGroup" ->
                    "its target group is replaced: requests fail until the instances are healthy in the new one";
                case "LoadBalancer" -> "the load balancer is replaced: the domain's DNS record must follow it";
                case "DBInstance" -> "the database is replaced: what is in it stays behind in a snapshot";
                default -> "its %s is replaced".formatted(part.id());
            });
        }
        return Optional.ofNullable(switch (kind) {
            case "LaunchTemplate" -> "new instances needed; a rollout will follow";
            case "ListenerRule" -> part.action() == Action.REMOVE
                    ? "requests are no longer led to it"
                    : "requests are routed differently at once";
            case "AutoScalingGroup" -> part.properties().contains("MinSize")
                    ? "another number of instances, at once"
                    : null;
            case "Role", "Policy" -> "what its instances may do changes at once";
            default -> null;
        });
    }
}
