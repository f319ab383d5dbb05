package io.flotilla.portal.request;

import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Person;
import io.flotilla.base.store.Store;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.graph.AccessGraph;
import io.flotilla.portal.graph.Change;
import io.flotilla.portal.graph.Refused;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.graph.store.Changes;
import io.flotilla.portal.register.Listings;
import io.flotilla.portal.request.rule.AccessRequest;
import io.flotilla.portal.request.store.Requests;
import org.jdbi.v3.core.Handle;

/** Carries decisions out: puts people into groups and takes them out again. Everything may be done twice. */
@ApplicationScoped
public class Memberships {
    private final Access access;
    private final Changes changes;
    private final Directory directory;
    private final Requests requests;
    private final Letters letters;
    private final Listings listings;
    private final Fleet fleet;
    private final RequestConfig config;
    private final Store store;

    Memberships(Access access, Changes changes, Directory directory, Requests requests, Letters letters,
            Listings listings, Fleet fleet, RequestConfig config, Store store) {
        this.access = access;
        this.changes = changes;
        this.directory = directory;
        this.requests = requests;
        this.letters = letters;
        this.listings = listings;
        this.fleet = fleet;
        this.config = config;
        this.store = store;
    }

    /**
     * The groups that a request is about: those of the app that the asker is not in, and those that they are in by an earlier
     * request, so that its end does not take away what this one gives.
     */
    SortedSet<String> joining(AccessRequest request) {
        return joining(access.graph(), request);
    }

    SortedSet<String> joining(AccessGraph graph, AccessRequest request) {
        var missing = demanded(graph, request.app());
        missing.removeAll(directory.groupsOf(request.asker().id()));
        var lent = demanded(graph, request.app());
        lent.retainAll(store.read(handle -> requests.joinedBy(handle, request.asker().id(), request.id())));
        missing.addAll(lent);
        return missing;
    }

    private static SortedSet<String> demanded(AccessGraph graph, String app) {
        var groups = new TreeSet<>(graph.rules(app).requirements());
        groups.remove(AccessRules.EVERYONE);
        return groups;
    }

    /**
     * Makes an approved request's memberships. If they cannot be made, the request is open for a decision again.
     *
     * @throws Refused                 if they cannot be made
     * @throws Directory.DirectoryAway if the directory does not answer; try again later
     */
    void make(AccessRequest approved) {
        var decided = approved.verdict().orElseThrow();
        var decider = new Person(decided.by(), decided.byName(), decided.byEmail(), Set.of());
        try {
            changes.make(decider, approved.groups().stream()
                    .map(group -> new Change.Join(approved.asker().id(), group)).toList());
        } catch (Refused refused) {
            store.write(handle -> approved.reopened(Instant.now(), config.terms())
                    .map(next -> requests.replace(handle, approved, next)).orElse(false));
            throw refused;
        }
        store.write(handle -> approved.granted().map(next -> become(handle, approved, next)).orElse(false));
    }

    /**
     * Takes back what a request gave, less what another one gives too.
     *
     * @throws Directory.DirectoryAway if the directory does not answer; try again later
     */
    void takeBack(AccessRequest ending) {
        var leaving = new TreeSet<>(ending.groups());
        leaving.removeAll(store.read(handle -> requests.joinedBy(handle, ending.asker().id(), ending.id())));
        if (directory.person(ending.asker().id()).isPresent()) {
            changes.makeUnasked(leaving.stream().map(group -> new Change.Leave(ending.asker().id(), group)).toList());
        }
        store.write(handle -> ending.ended(Instant.now()).map(next -> become(handle, ending, next)).orElse(false));
    }

    /** What time has made of a request. */
    void pass(AccessRequest read, Instant now) {
        read.at(now, config.terms()).ifPresent(next -> store.write(handle -> become(handle, read, next)));
    }

    /** What people call an app. */
    String title(Handle handle, String app) {
        return fleet.view().flatMap(view -> view.app(app)).map(known -> listings.of(handle, known).title()).orElse(app);
    }

    private boolean become(Handle handle, AccessRequest read, AccessRequest next) {
        var mine = requests.replace(handle, read, next);
        if (mine) {
            letters.tell(handle, next, title(handle, next.app()), Instant.now());
        }
        return mine;
    }
}
