package io.flotilla.deployer.rollout.step;

import static io.flotilla.deployer.platform.Group.Lifecycle.IN_SERVICE;
import static io.flotilla.deployer.platform.Group.Lifecycle.PENDING;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.flotilla.deployer.journal.Rollout.Seen;
import io.flotilla.deployer.platform.Group;
import io.flotilla.deployer.platform.Group.Member;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.platform.Targets.Target;

/**
 * An app's group and its targets at one look. Only instances of the group are in it, so nothing can be decided about any other.
 *
 * @param version the version that the rollout brings: instances of it are new, all others old
 */
public record Scene(Group group, List<Target> targets, String version) {

    public boolean isFresh(Member member) {
        return member.version().equals(version);
    }

    public List<Member> fresh() {
        return group.instances().stream().filter(this::isFresh).toList();
    }

    public List<Member> old() {
        return group.instances().stream().filter(member -> !isFresh(member)).toList();
    }

    /** Those that the group counts: starting or in service. */
    public static List<Member> alive(List<Member> members) {
        return members.stream()
                .filter(member -> member.lifecycle() == PENDING || member.lifecycle() == IN_SERVICE).toList();
    }

    public List<Member> serving(List<Member> members) {
        return members.stream().filter(this::isServing).toList();
    }

    public boolean isServing(Member member) {
        return member.lifecycle() == IN_SERVICE && has(member, State.HEALTHY);
    }

    /** Sent requests, or would be if it were healthy. */
    public boolean isRegistered(Member member) {
        return target(member).filter(target -> target.state() != State.DRAINING).isPresent();
    }

    public boolean has(Member member, State state) {
        return target(member).filter(target -> target.state() == state).isPresent();
    }

    public Optional<Target> target(Member member) {
        return targets.stream().filter(target -> target.instance().equals(member.id())).findFirst();
    }

    /** Those that are missed least first: not in service, not healthy, and then the youngest. */
    public List<Member> leastNeededFirst(List<Member> members) {
        return members.stream().sorted(Comparator.<Member, Boolean>comparing(this::isServing)
                .thenComparing(member -> member.lifecycle() == IN_SERVICE)
                .thenComparing(member -> member.launchedAt().orElse(java.time.Instant.MAX),
                        Comparator.reverseOrder())
                .thenComparing(Member::id)).toList();
    }

    public List<Seen> seen() {
        return group.instances().stream()
                .sorted(Comparator.comparing(this::isFresh).thenComparing(Member::id))
                .map(member -> new Seen(member.id(), isFresh(member), word(member),
                        target(member).filter(target -> target.state() != State.HEALTHY)
                                .map(Scene::why).orElse("")))
                .toList();
    }

    private String word(Member member) {
        return switch (member.lifecycle()) {
            case PENDING -> "starting";
            case STANDBY -> "standby";
            case LEAVING -> "leaving";
            case IN_SERVICE -> target(member).map(target -> target.state().name().toLowerCase(java.util.Locale.ROOT))
                    .orElse("out");
        };
    }

    /** An instance and what is known of it, for a person. */
    public String describe(Member member) {
        var why = target(member).map(Scene::why).filter(text -> !text.isEmpty()).map(" (%s)"::formatted).orElse("");
        return member.id() + " is " + word(member) + why;
    }

    public String describe(List<Member> members) {
        return members.stream().map(this::describe).collect(Collectors.joining("; "));
    }

    public static String why(Target target) {
        return target.reason().map(code -> target.description().isEmpty()
                ? code
                : "%s: %s".formatted(code, target.description())).orElse(target.description());
    }
}
