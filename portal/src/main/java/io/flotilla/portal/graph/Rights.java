package io.flotilla.portal.graph;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

import io.flotilla.base.access.Person;

/**
 * What a person may change in a graph. Superusers, who are in an override group, may do all of it. Admins may do all but
 * touch {@link AccessGraph#guarded guarded} groups. Owners may edit the requirements of their own apps, adding and taking
 * away only groups that they own, and say who is in the groups that they own.
 *
 * @param actor with the groups they are in now
 */
public record Rights(AccessGraph graph, Person actor) {

    public boolean superuser() {
        return graph.overrides().stream().anyMatch(actor.groups()::contains);
    }

    public boolean admin() {
        return superuser() || graph.admins().stream().anyMatch(actor.groups()::contains);
    }

    public boolean owns(AppEdges app) {
        return !address().isEmpty() && app.owners().contains(address());
    }

    public boolean ownsGroup(String group) {
        return !address().isEmpty() && graph.ownersOf(group).contains(address());
    }

    /** Whether the administration has anything to show them. */
    public boolean administers() {
        return admin() || graph.apps().values().stream().anyMatch(this::owns)
                || graph.groupsNamed().stream().anyMatch(this::ownsGroup);
    }

    public boolean mayEdit(AppEdges app) {
        return admin() || owns(app);
    }

    /** Whether they may say who is in the group, and who owns it. */
    public boolean mayEditGroup(String group) {
        return superuser() || !graph.guarded(group) && (admin() || ownsGroup(group));
    }

    /** Why they may not make the change, as a sentence for them; empty if they may. */
    public Optional<String> refusal(Change change) {
        if (change instanceof Change.OfRequirements to) {
            return ofRequirements(to);
        }
        if (change instanceof Change.Owners to) {
            return graph.app(to.app()).filter(this::mayEdit).isPresent()
                    ? Optional.empty()
                    : Optional.of("Only its owners and admins say who owns %s.".formatted(to.app()));
        }
        if (change instanceof Change.NewGroup) {
            return admin() ? Optional.empty() : Optional.of("Only admins make new groups.");
        }
        return ofGroup(change.subject());
    }

    private Optional<String> ofGroup(String group) {
        if (mayEditGroup(group)) {
            return Optional.empty();
        }
        return Optional.of(graph.guarded(group)
                ? "Only superusers touch the group %s.".formatted(group)
                : "Only its owners and admins touch the group %s.".formatted(group));
    }

    private Optional<String> ofRequirements(Change.OfRequirements to) {
        var app = graph.app(to.app());
        if (app.isEmpty() || !mayEdit(app.get())) {
            return Optional.of("Only its owners and admins say who may open %s.".formatted(to.app()));
        }
        if (superuser()) {
            return Optional.empty();
        }
        for (var group : changed(to.before(), to.after())) {
            if (graph.overrides().contains(group)) {
                return Optional.of("Only superusers touch the group %s.".formatted(group));
            }
            if (!admin() && !ownsGroup(group)) {
                return Optional.of("You do not own the group %s; ask an admin.".formatted(group));
            }
        }
        return Optional.empty();
    }

    private static Collection<String> changed(Collection<String> before, Collection<String> after) {
        var changed = new TreeSet<>(before);
        changed.removeAll(after);
        var added = new TreeSet<>(after);
        added.removeAll(before);
        changed.addAll(added);
        return changed;
    }

    private String address() {
        return actor.email().strip().toLowerCase(Locale.ROOT);
    }
}
