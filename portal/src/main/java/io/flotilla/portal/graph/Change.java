package io.flotilla.portal.graph;

import java.util.SortedSet;

/**
 * One thing that somebody wants changed about who may open what. A change of a set says what the set was when the person
 * decided; if it is something else by now, somebody else was first, and the change is refused rather than half lost.
 */
public sealed interface Change {

    /** What the change is about, for the audit and for messages: an app's or a group's name. */
    String subject();

    /** The groups that an app demands. */
    record Requirements(String app, SortedSet<String> before, SortedSet<String> after) implements Change {
        public Requirements {
            before = AppEdges.sorted(before);
            after = AppEdges.sorted(after);
        }

        @Override
        public String subject() {
            return app;
        }
    }

    /** Those who answer for an app, by e-mail address. */
    record Owners(String app, SortedSet<String> before, SortedSet<String> after) implements Change {
        public Owners {
            before = AppEdges.small(before);
            after = AppEdges.small(after);
        }

        @Override
        public String subject() {
            return app;
        }
    }

    /** Those who say who is in a group, by e-mail address. */
    record GroupOwners(String group, SortedSet<String> before, SortedSet<String> after) implements Change {
        public GroupOwners {
            before = AppEdges.small(before);
            after = AppEdges.small(after);
        }

        @Override
        public String subject() {
            return group;
        }
    }

    /** A new group, with nobody in it. */
    record NewGroup(String group, String description) implements Change {
        @Override
        public String subject() {
            return group;
        }
    }

    /** A person, by id, comes into a group. */
    record Join(String person, String group) implements Change {
        @Override
        public String subject() {
            return group;
        }
    }

    /** A person, by id, leaves a group. */
    record Leave(String person, String group) implements Change {
        @Override
        public String subject() {
            return group;
        }
    }
}
