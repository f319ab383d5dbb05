package io.flotilla.portal.graph.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Person;
import io.flotilla.base.store.Store;
import io.flotilla.portal.audit.Audit;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.directory.Group;
import io.flotilla.portal.directory.Member;
import io.flotilla.portal.graph.AccessGraph;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Change;
import io.flotilla.portal.graph.Refused;
import io.flotilla.portal.graph.Refused.Reason;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.graph.store.EdgeTable.Kind;
import org.jdbi.v3.core.Handle;

/** The one way to change who may open what: it asks who may, holds to what they saw when they decided, and writes it down. */
@ApplicationScoped
public class Changes {
    private final Store store;
    private final Access access;
    private final Directory directory;
    private final Audit audit;
    private final EdgeTable edges = new EdgeTable();

    Changes(Store store, Access access, Directory directory, Audit audit) {
        this.store = store;
        this.access = access;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * Makes changes in their order. Those of the graph come true together or not at all; those of the directory come after
     * them, one by one. A change that is already made is not made, nor written down, again, so that a second click is harmless.
     *
     * @param actor whoever asks; the groups that count are those they are in now
     * @return how many changes there were to make
     * @throws Refused                  if one may not or cannot be made
     * @throws Directory.DirectoryAway if the directory cannot be reached
     */
    public int make(Person actor, List<? extends Change> changes) {
        return make(access.now(actor), changes, true);
    }

    /** The same for somebody the directory does not know, such as a machine: their groups count as given. */
    public int makeAs(Person actor, List<? extends Change> changes) {
        return make(actor, changes, true);
    }

    /** Makes changes that nobody asks for, such as ending a membership that was granted for a time. */
    public int makeUnasked(List<? extends Change> changes) {
        return make(Audit.PORTAL, changes, false);
    }

    private int make(Person actor, List<? extends Change> changes, boolean asking) {
        refuseUnknownGroups(changes);
        var later = new ArrayList<Change>();
        int made = store.<Integer, RuntimeException>write(handle -> {
            int count = 0;
            for (var change : changes) {
                var graph = access.graph(handle);
                if (asking) {
                    new Rights(graph, actor).refusal(change).ifPresent(why -> {
                        throw new Refused(Reason.FORBIDDEN, why);
                    });
                }
                if (isOfTheDirectory(change)) {
                    later.add(change);
                } else if (makeEdges(handle, graph, actor, change)) {
                    count++;
                }
            }
            return count;
        });
        for (var change : later) {
            made += makeInDirectory(actor, change) ? 1 : 0;
        }
        return made;
    }

    /** A requirement that nobody can ever meet is a slip of the pen. */
    private void refuseUnknownGroups(List<? extends Change> changes) {
        var demanded = new TreeSet<String>();
        for (var change : changes) {
            if (change instanceof Change.Requirements to) {
                demanded.addAll(to.after());
                demanded.removeAll(to.before());
            }
        }
        demanded.remove(AccessRules.EVERYONE);
        if (!demanded.isEmpty()) {
            directory.groups().forEach(group -> demanded.remove(group.name()));
            demanded.removeAll(access.graph().groupsNamed());
            changes.stream().filter(Change.NewGroup.class::isInstance).forEach(made -> demanded.remove(made.subject()));
        }
        if (!demanded.isEmpty()) {
            throw new Refused(Reason.IMPOSSIBLE,
                    "There is no group %s; make it first.".formatted(String.join(", ", demanded)));
        }
    }

    private static boolean isOfTheDirectory(Change change) {
        return !(change instanceof Change.OfSet);
    }

    private boolean makeEdges(Handle handle, AccessGraph graph, Person actor, Change change) {
        if (change instanceof Change.Requirements to) {
            return set(handle, actor, Kind.REQUIRES, "requirements set", to, known(graph, to.app()).requires());
        }
        if (change instanceof Change.Follow to) {
            return follow(handle, actor, to, known(graph, to.app()));
        }
        if (change instanceof Change.Owners to) {
            return set(handle, actor, Kind.OWNERS, "owners set", to, known(graph, to.app()).owners());
        }
        var to = (Change.GroupOwners) change;
        return set(handle, actor, Kind.GROUP_OWNERS, "group owners set", to, graph.ownersOf(to.group()));
    }

    private static AppEdges known(AccessGraph graph, String app) {
        return graph.app(app).orElseThrow(() -> new Refused(Reason.IMPOSSIBLE,
                "There is no app %s in this environment.".formatted(app)));
    }

    private boolean set(Handle handle, Person actor, Kind kind, String action, Change.OfSet change,
            SortedSet<String> now) {
        if (now.equals(change.after())) {
            return false;
        }
        refuseOverAnothers(change, now);
        edges.set(handle, kind, change.subject(), change.after(), actor.id(), Instant.now());
        written(handle, actor, action, change);
        return true;
    }

    /** What is set here goes, so that from now on the app demands what the file says, whatever that will be. */
    private boolean follow(Handle handle, Person actor, Change.Follow change, AppEdges now) {
        if (!now.requiresSet()) {
            return false;
        }
        refuseOverAnothers(change, now.requires());
        edges.forget(handle, Kind.REQUIRES, change.app());
        var said = access.graph(handle).app(change.app()).map(AppEdges::requires);
        if (!said.equals(Optional.of(change.after()))) {
            throw new Refused(Reason.CONFLICT, "fleet.yaml says something else of %s by now. Look again, then decide."
                    .formatted(change.app()));
        }
        written(handle, actor, "requirements follow fleet.yaml", change);
        return true;
    }

    private static void refuseOverAnothers(Change.OfSet change, SortedSet<String> now) {
        if (!now.equals(change.before())) {
            throw new Refused(Reason.CONFLICT,
                    "Somebody else has changed %s meanwhile: it is %s now. Look again, then decide."
                            .formatted(change.subject(), now.isEmpty() ? "empty" : String.join(", ", now)));
        }
    }

    private void written(Handle handle, Person actor, String action, Change.OfSet change) {
        audit.append(handle, actor, action, change.subject(), String.join(", ", change.before()),
                String.join(", ", change.after()));
    }

    private boolean makeInDirectory(Person actor, Change change) {
        if (change instanceof Change.NewGroup group) {
            var made = valid(group);
            return !exists(made.name())
                    && recorded(actor, "group made", made.name(), "", made.description(), () -> directory.create(made));
        }
        if (change instanceof Change.Join join) {
            var person = person(join.person());
            if (!exists(join.group())) {
                throw new Refused(Reason.IMPOSSIBLE, "There is no group %s; make it first.".formatted(join.group()));
            }
            return !directory.groupsOf(join.person()).contains(join.group()) && recorded(actor, "member added",
                    join.group(), "", person.mailbox(), () -> directory.add(join.person(), join.group()));
        }
        var leave = (Change.Leave) change;
        var person = person(leave.person());
        if (!directory.groupsOf(leave.person()).contains(leave.group())) {
            return false;
        }
        refuseToLockEverybodyOut(leave);
        return recorded(actor, "member removed", leave.group(), person.mailbox(), "",
                () -> directory.remove(leave.person(), leave.group()));
    }

    private static Group valid(Change.NewGroup group) {
        try {
            return Group.named(group.group(), group.description());
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.IMPOSSIBLE, e.getMessage());
        }
    }

    private boolean exists(String group) {
        return directory.groups().stream().anyMatch(known -> known.name().equals(group));
    }

    private Member person(String id) {
        return directory.person(id).orElseThrow(
                () -> new Refused(Reason.IMPOSSIBLE, "The directory knows no such person: %s".formatted(id)));
    }

    /** Without a superuser nobody could ever make another. */
    private void refuseToLockEverybodyOut(Change.Leave leave) {
        var overrides = access.graph().overrides();
        if (overrides.contains(leave.group()) && overrides.stream().map(directory::members).flatMap(Collection::stream)
                .allMatch(member -> member.id().equals(leave.person()))) {
            throw new Refused(Reason.IMPOSSIBLE,
                    "Nobody would be left in %s, and nobody could mend that. Add somebody else first."
                            .formatted(String.join(" or ", overrides)));
        }
    }

    private interface Deed {
        boolean done();
    }

    /** Written down first: what was done but not written down would be worse than what was tried in vain. */
    private boolean recorded(Person actor, String action, String subject, String before, String after, Deed deed) {
        audit.append(actor, action, subject, before, after);
        try {
            return deed.done();
        } catch (RuntimeException e) {
            audit.append(actor, action + ": failed", subject, after,
                    Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
            throw e;
        }
    }
}
