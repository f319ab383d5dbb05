package io.flotilla.portal.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Decision;
import io.flotilla.base.access.Person;

/**
 * The access graph at one moment, as a value: which groups each app demands, who owns the apps and the groups. An app that
 * is not in it is closed. Memberships are the directory's; a {@link Person} brings theirs along.
 *
 * @param apps        by name
 * @param groupOwners by group, the e-mail addresses that somebody set in the portal
 * @param overrides   the groups that overrule every requirement
 * @param admins      the groups whose people administer the graph
 */
public record AccessGraph(SortedMap<String, AppEdges> apps, SortedMap<String, SortedSet<String>> groupOwners,
        SortedSet<String> overrides, SortedSet<String> admins) {

    public AccessGraph {
        apps = Collections.unmodifiableSortedMap(new TreeMap<>(apps));
        var owners = new TreeMap<String, SortedSet<String>>();
        groupOwners.forEach((group, addresses) -> owners.put(group, AppEdges.small(addresses)));
        groupOwners = Collections.unmodifiableSortedMap(owners);
        overrides = AppEdges.sorted(overrides);
        admins = AppEdges.sorted(admins);
    }

    public static AccessGraph of(Collection<AppEdges> apps, Map<String, ? extends Collection<String>> groupOwners,
            Collection<String> overrides, Collection<String> admins) {
        var byName = new TreeMap<String, AppEdges>();
        apps.forEach(edges -> byName.put(edges.app(), edges));
        var owners = new TreeMap<String, SortedSet<String>>();
        groupOwners.forEach((group, addresses) -> owners.put(group, AppEdges.small(addresses)));
        return new AccessGraph(byName, owners, AppEdges.sorted(overrides), AppEdges.sorted(admins));
    }

    public Optional<AppEdges> app(String name) {
        return Optional.ofNullable(apps.get(name));
    }

    /** Who may open the app; an unknown one is closed. */
    public AccessRules rules(String app) {
        return new AccessRules(app(app).<Set<String>>map(AppEdges::requires).orElse(Set.of()), overrides);
    }

    /** The one access function, asked about one app. */
    public Decision decide(Person person, String app) {
        return rules(app).decide(person);
    }

    /** The apps that the person may open, by name. */
    public List<AppEdges> openTo(Person person) {
        return apps.values().stream().filter(edges -> decide(person, edges.app()).allowed()).toList();
    }

    /** The apps that demand the group. */
    public List<AppEdges> requiring(String group) {
        return apps.values().stream().filter(edges -> edges.requires().contains(group)).toList();
    }

    /**
     * The e-mail addresses of those who say who is in the group: whom somebody made its owners in the portal; otherwise those
     * who own EVERY app that demands it, because then nobody else's app is concerned. Nobody owns a {@link #guarded} group.
     */
    public SortedSet<String> ownersOf(String group) {
        if (guarded(group)) {
            return AppEdges.sorted(Set.of());
        }
        var set = groupOwners.get(group);
        if (set != null) {
            return set;
        }
        var everyApps = requiring(group).stream().map(edges -> new TreeSet<>(edges.owners()))
                .reduce((some, more) -> {
                    some.retainAll(more);
                    return some;
                });
        return AppEdges.sorted(everyApps.orElseGet(TreeSet::new));
    }

    /** Groups that only superusers touch: those that overrule requirements or administer, and {@code everyone}. */
    public boolean guarded(String group) {
        return overrides.contains(group) || admins.contains(group) || group.equals(AccessRules.EVERYONE);
    }

    /** Every group that the graph speaks of, by name. */
    public SortedSet<String> groupsNamed() {
        var named = new TreeSet<>(groupOwners.keySet());
        apps.values().forEach(edges -> named.addAll(edges.requires()));
        named.addAll(overrides);
        named.addAll(admins);
        return named;
    }

    public AccessGraph with(AppEdges edges) {
        var changed = new TreeMap<>(apps);
        changed.put(edges.app(), edges);
        return new AccessGraph(changed, groupOwners, overrides, admins);
    }

    AccessGraph withGroupOwners(String group, Collection<String> addresses) {
        var changed = new TreeMap<>(groupOwners);
        changed.put(group, AppEdges.small(addresses));
        return new AccessGraph(apps, changed, overrides, admins);
    }
}
