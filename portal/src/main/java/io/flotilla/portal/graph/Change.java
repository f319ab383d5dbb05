package io.flotilla.portal.graph;

import java.util.SortedSet;

/** One thing that somebody wants changed about who may open what. */
public sealed interface Change {

    /** What the change is about, for the audit and for messages: an app's or a group's name. */
    String subject();

    /** A change about an app. */
    sealed interface OfApp extends Change {
        String app();

        @Override
        default String subject() {
            return app();
        }
    }

    /** A change about a group. */
    sealed interface OfGroup extends Change {
        String group();

        @Override
        default String subject() {
            return group();
        }
    }

    /**
     * A change of a set says what the set was when the person decided; if it is something else by now, somebody else was first,
     * and the change is refused rather than half lost.
     */
    sealed interface OfSet extends Change {
        SortedSet<String> before();

        SortedSet<String> after();
    }

    /** A change of the groups that an app demands. */
    sealed interface OfRequirements extends OfApp, OfSet {}

    /** Other groups that an app demands, whatever {@code fleet.yaml} says. */
    record Requirements(String app, SortedSet<String> before, SortedSet<String> after) implements OfRequirements {
        public Requirements {
            before = AppEdges.sorted(before);
            after = AppEdges.sorted(after);
        }
    }

    /**
     * The app demands what {@code fleet.yaml} says again, from now on.
     *
     * @param after what it said when the person decided
     */
    record Follow(String app, SortedSet<String> before, SortedSet<String> after) implements OfRequirements {
        public Follow {
            before = AppEdges.sorted(before);
            after = AppEdges.sorted(after);
        }
    }

    /** Those who answer for an app, by e-mail address. */
    record Owners(String app, SortedSet<String> before, SortedSet<String> after) implements OfApp, OfSet {
        public Owners {
            before = AppEdges.small(before);
            after = AppEdges.small(after);
        }
    }

    /** Those who say who is in a group, by e-mail address. */
    record GroupOwners(String group, SortedSet<String> before, SortedSet<String> after) implements OfGroup, OfSet {
        public GroupOwners {
            before = AppEdges.small(before);
            after = AppEdges.small(after);
        }
    }

    /** A new group, with nobody in it. */
    record NewGroup(String group, String description) implements OfGroup {}

    /** A change of one person's membership. */
    sealed interface OfMember extends OfGroup {
        String person();
    }

    /** A person, by id, comes into a group. */
    record Join(String person, String group) implements OfMember {}

    /** A person, by id, leaves a group. */
    record Leave(String person, String group) implements OfMember {}
}
