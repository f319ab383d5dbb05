package io.flotilla.portal.graph;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import io.flotilla.base.access.AccessRules;

/**
 * Whom one has to know to say who gains and who loses by changes: nobody else can. A directory may be large and slow, so it is
 * asked for these alone.
 *
 * @param groups    everybody in one of them counts, and which of them they are in
 * @param people    each of them, by id, counts with all of their groups
 * @param everybody whether all others count too, because an app is, or will be, open to everyone
 */
public record Scope(SortedSet<String> groups, SortedSet<String> people, boolean everybody) {
    public Scope {
        groups = AppEdges.sorted(groups);
        people = AppEdges.sorted(people);
    }

    /** For changes to be made one after the other. */
    public static Scope of(AccessGraph graph, Collection<? extends Change> changes) {
        var before = new Situation(graph, List.of());
        var after = before.after(changes).graph();
        var groups = new TreeSet<String>();
        boolean everybody = false;
        for (var app : graph.apps().keySet()) {
            var old = graph.rules(app);
            var rules = after.rules(app);
            if (!old.equals(rules)) {
                groups.addAll(old.requirements());
                groups.addAll(rules.requirements());
                everybody |= open(old) || open(rules);
            }
        }
        var people = new TreeSet<String>();
        for (var change : changes) {
            if (change instanceof Change.OfMember moved) {
                people.add(moved.person());
            }
        }
        return new Scope(named(groups, graph), people, everybody);
    }

    /** For the question who may open one app. */
    public static Scope of(AccessGraph graph, String app) {
        var rules = graph.rules(app);
        return new Scope(named(rules.requirements(), graph), new TreeSet<>(), open(rules));
    }

    private static SortedSet<String> named(Collection<String> requirements, AccessGraph graph) {
        var groups = new TreeSet<>(requirements);
        groups.addAll(graph.overrides());
        groups.remove(AccessRules.EVERYONE);
        return groups;
    }

    private static boolean open(AccessRules rules) {
        return rules.requirements().stream().allMatch(AccessRules.EVERYONE::equals)
                && !rules.requirements().isEmpty();
    }
}
