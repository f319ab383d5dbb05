package io.flotilla.portal.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

import io.flotilla.base.access.AccessRules;

/**
 * One app's edges in the access graph.
 *
 * @param app         its key in the catalogue
 * @param title       what people read
 * @param requires    the groups it demands, ALL of them; none means closed to all but override groups
 * @param requiresSet whether a person set them in the portal; otherwise {@code fleet.yaml} says them
 * @param owners      e-mail addresses in small letters
 * @param ownersSet   whether a person set them in the portal
 */
public record AppEdges(String app, String title, SortedSet<String> requires, boolean requiresSet,
        SortedSet<String> owners, boolean ownersSet) {

    public AppEdges {
        requires = sorted(requires);
        owners = small(owners);
    }

    /** Nobody but override groups may open it, until somebody draws an edge. */
    public boolean closed() {
        return requires.isEmpty();
    }

    public boolean openToEveryone() {
        return requires.contains(AccessRules.EVERYONE) && requires.size() == 1;
    }

    AppEdges requiring(Collection<String> groups) {
        return new AppEdges(app, title, sorted(groups), true, owners, ownersSet);
    }

    AppEdges ownedBy(Collection<String> addresses) {
        return new AppEdges(app, title, requires, requiresSet, small(addresses), true);
    }

    static SortedSet<String> sorted(Collection<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    static SortedSet<String> small(Collection<String> addresses) {
        return sorted(addresses.stream().map(address -> address.strip().toLowerCase(Locale.ROOT)).toList());
    }
}
