package io.flotilla.portal.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.flotilla.base.store.Store;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.register.Listing;
import io.flotilla.portal.register.Listings;
import io.flotilla.portal.request.rule.AccessRequest;
import io.flotilla.portal.request.store.Requests;

/** The requests that are a person's business. */
@ApplicationScoped
public class Queue {
    private final Access access;
    private final Deciders deciders;
    private final Memberships memberships;
    private final Requests requests;
    private final Listings listings;
    private final Fleet fleet;
    private final Store store;

    Queue(Access access, Deciders deciders, Memberships memberships, Requests requests, Listings listings, Fleet fleet,
            Store store) {
        this.access = access;
        this.deciders = deciders;
        this.memberships = memberships;
        this.requests = requests;
        this.listings = listings;
        this.fleet = fleet;
        this.store = store;
    }

    /**
     * One request as a row.
     *
     * @param title   what people call its app
     * @param groups  the groups that the asker would be put into
     * @param opens   the other apps that these groups are for as well
     * @param hurdle  why this person may not decide on it; empty if they may
     */
    public record Row(AccessRequest request, String title, Collection<String> groups, List<String> opens,
            String hurdle) {
        public boolean decidable() {
            return hurdle.isEmpty();
        }
    }

    /**
     * @param waiting what waits for a decision, the oldest first
     * @param decided what was decided or has ended, the latest first
     * @param own     what the person has asked for themselves, the newest first
     */
    public record Sheet(List<Row> waiting, List<Row> decided, List<Row> own) {}

    public Sheet of(Person asking) {
        var rights = access.rights(asking);
        var person = rights.actor();
        var titles = titles();
        var pending = store.<List<AccessRequest>, RuntimeException>read(requests::pending);
        var past = store.<List<AccessRequest>, RuntimeException>read(requests::past);
        var own = store.read(handle -> requests.of(handle, person.id()));
        return new Sheet(waiting(pending, rights, titles),
                past.stream().filter(request -> deciders.concerned(rights, request, request.groups()))
                        .map(request -> plain(request, titles)).toList(),
                own.stream().map(request -> plain(request, titles)).toList());
    }

    /** How many requests a person could decide now. */
    public long waitingFor(Rights rights) {
        if (!rights.administers()) {
            return 0;
        }
        return waiting(store.<List<AccessRequest>, RuntimeException>read(requests::pending), rights, Map.of()).stream()
                .filter(Row::decidable).count();
    }

    private List<Row> waiting(List<AccessRequest> pending, Rights rights, Map<String, Listing> titles) {
        var rows = new ArrayList<Row>();
        for (var request : pending) {
            var groups = memberships.joining(rights.graph(), request);
            if (deciders.concerned(rights, request, groups)) {
                rows.add(new Row(request, title(request, titles), groups, opens(rights, request, groups, titles),
                        deciders.refusal(rights, request, groups).orElse("")));
            }
        }
        return rows;
    }

    /** Other apps of which a new member of these groups meets one requirement more. */
    private static List<String> opens(Rights rights, AccessRequest request, Collection<String> groups,
            Map<String, Listing> titles) {
        return groups.stream().flatMap(group -> rights.graph().requiring(group).stream()).map(AppEdges::app).distinct()
                .filter(app -> !app.equals(request.app()))
                .map(app -> Optional.ofNullable(titles.get(app)).map(Listing::title).orElse(app)).sorted().toList();
    }

    private static Row plain(AccessRequest request, Map<String, Listing> titles) {
        return new Row(request, title(request, titles), request.groups(), List.of(), "");
    }

    private static String title(AccessRequest request, Map<String, Listing> titles) {
        return Optional.ofNullable(titles.get(request.app())).map(Listing::title).orElse(request.app());
    }

    private Map<String, Listing> titles() {
        return fleet.view().map(view -> store.read(handle -> listings.of(handle, view.apps()))).orElseGet(Map::of);
    }
}
