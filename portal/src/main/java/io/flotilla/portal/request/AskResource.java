package io.flotilla.portal.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.access.Decision;
import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.page.Links;
import io.flotilla.base.page.Visitor;
import io.flotilla.base.store.Store;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.graph.AccessGraph;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.register.Listing;
import io.flotilla.portal.register.Listings;
import io.flotilla.portal.request.rule.AccessRequest;
import io.flotilla.portal.request.rule.AccessRequest.State;
import io.flotilla.portal.request.store.Requests;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;

/** Where somebody asks to be let into an app, and sees what has become of it. Locked tiles and denied pages lead here. */
@Path("/apps/{app}/request")
@Produces(MediaType.TEXT_HTML)
public class AskResource {
    private static final int LONGEST = 500;

    private final Visitor visitor;
    private final Fleet fleet;
    private final Access access;
    private final Listings listings;
    private final Requests requests;
    private final Desk desk;
    private final Store store;
    private final Links links;

    AskResource(Visitor visitor, Fleet fleet, Access access, Listings listings, Requests requests, Desk desk,
            Store store, Links links) {
        this.visitor = visitor;
        this.fleet = fleet;
        this.access = access;
        this.listings = listings;
        this.requests = requests;
        this.desk = desk;
        this.store = store;
        this.links = links;
    }

    /**
     * The page.
     *
     * @param open    whether the app is open to the person
     * @param closed  whether it is open to nobody, so that there is nothing to ask for yet
     * @param missing the groups that the person would have to be in
     * @param deciders whom the request goes to
     * @param pending the request that waits for a decision
     * @param granted the request that lets the person in for a time
     * @param past    what became of earlier ones, the newest first
     * @param reason  as typed, if it was not taken
     * @param mistake what is wrong with it; empty if nothing is
     */
    public record Ask(Listing listing, boolean open, boolean closed, Collection<String> missing, List<String> deciders,
            Optional<AccessRequest> pending, Optional<AccessRequest> granted, List<AccessRequest> past, String reason,
            String mistake) {

        public String heading() {
            return "Access to " + listing.title();
        }

        /** Whether there is something to ask for. */
        public boolean askable() {
            return pending.isEmpty() && !closed && (!open || granted.isPresent());
        }
    }

    @CheckedTemplate(basePath = "request")
    static class Templates {
        static native TemplateInstance ask(Ask ask);
    }

    @GET
    public TemplateInstance show(String app) {
        return Templates.ask(page(app, "", ""));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object ask(String app, @RestForm String reason) {
        var page = page(app, "", "");
        var words = reason == null ? "" : reason.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST) {
            var mistake = words.isEmpty()
                    ? "Say why you need it, so that whoever decides knows."
                    : "%d characters at most.".formatted(LONGEST);
            return Response.status(422).entity(Templates.ask(page(app, words, mistake)).render()).build();
        }
        if (page.askable()) {
            desk.ask(person(), app, words);
        } else if (page.pending().isEmpty() && !page.open()) {
            throw new ClientErrorException(409);
        }
        return here(app);
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(String app) {
        desk.withdraw(person(), known(app).name());
        return here(app);
    }

    private Response here(String app) {
        return Response.seeOther(links.redirect("/apps/" + app + "/request")).build();
    }

    private Ask page(String name, String reason, String mistake) {
        var app = known(name);
        var person = access.now(person());
        var graph = access.graph();
        var decision = graph.decide(person, name);
        var owners = owners(graph, name);
        return store.read(handle -> {
            var mine = requests.of(handle, person.id(), name);
            return new Ask(listings.of(handle, app), decision.allowed(), decision instanceof Decision.Closed,
                    decision instanceof Decision.Missing missing ? missing.groups() : List.of(), owners,
                    mine.stream().filter(AccessRequest::pending).findFirst(),
                    mine.stream().filter(AskResource::lets).findFirst(),
                    mine.stream().filter(AccessRequest::isOver).limit(5).toList(), reason, mistake);
        });
    }

    /** Whether the person is in by this request, and for a time. */
    private static boolean lets(AccessRequest request) {
        return request.state() == State.GRANTED && request.until().isPresent();
    }

    private List<String> owners(AccessGraph graph, String app) {
        return access.mailboxes(graph.app(app).map(AppEdges::owners).orElseGet(TreeSet::new));
    }

    private App known(String app) {
        return fleet.view().flatMap(view -> view.app(app)).orElseThrow(NotFoundException::new);
    }

    private Person person() {
        return visitor.person().orElseThrow(() -> new IllegalStateException("the portal is behind sign-in"));
    }
}
