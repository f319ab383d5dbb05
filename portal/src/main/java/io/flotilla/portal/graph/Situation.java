package io.flotilla.portal.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

import io.flotilla.base.access.Person;

/**
 * Graph and people at one moment: what a change is tried on before it is made.
 *
 * @param people everybody whom the question is about, with the groups they are in that it is about
 */
public record Situation(AccessGraph graph, List<Person> people) {
    public Situation {
        people = List.copyOf(people);
    }

    /** As it would be after the changes, in their order. Who does not exist joins nothing. */
    public Situation after(Collection<? extends Change> changes) {
        var situation = this;
        for (var change : changes) {
            situation = situation.after(change);
        }
        return situation;
    }

    public Situation after(Change change) {
        if (change instanceof Change.OfRequirements to) {
            return graph.app(to.app()).map(app -> with(graph.with(app.requiring(to.after())))).orElse(this);
        }
        if (change instanceof Change.Owners to) {
            return graph.app(to.app()).map(app -> with(graph.with(app.ownedBy(to.after())))).orElse(this);
        }
        if (change instanceof Change.GroupOwners to) {
            return with(graph.withGroupOwners(to.group(), to.after()));
        }
        if (change instanceof Change.Join join) {
            return regrouped(join.person(), groups -> groups.add(join.group()));
        }
        return change instanceof Change.Leave leave
                ? regrouped(leave.person(), groups -> groups.remove(leave.group()))
                : this;
    }

    private Situation with(AccessGraph changed) {
        return new Situation(changed, people);
    }

    private Situation regrouped(String id, Consumer<HashSet<String>> regroup) {
        var changed = new ArrayList<Person>(people.size());
        for (var person : people) {
            if (person.id().equals(id)) {
                var groups = new HashSet<>(person.groups());
                regroup.accept(groups);
                changed.add(new Person(person.id(), person.name(), person.email(), groups));
            } else {
                changed.add(person);
            }
        }
        return new Situation(graph, changed);
    }
}
