package io.flotilla.portal.home;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.page.Visitor;
import io.flotilla.base.store.Store;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.home.announce.Announcement;
import io.flotilla.portal.home.announce.Announcements;
import io.flotilla.portal.request.Queue;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The home page, and the two parts of it that are asked for again. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {
    private final Visitor visitor;
    private final Tiles tiles;
    private final Fleet fleet;
    private final Access access;
    private final Announcements announcements;
    private final Store store;
    private final StraightIn straightIn;
    private final Queue queue;

    HomeResource(Visitor visitor, Tiles tiles, Fleet fleet, Access access, Announcements announcements, Store store,
            StraightIn straightIn, Queue queue) {
        this.visitor = visitor;
        this.tiles = tiles;
        this.fleet = fleet;
        this.access = access;
        this.announcements = announcements;
        this.store = store;
        this.straightIn = straightIn;
        this.queue = queue;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance home(Shelves shelves, boolean known, List<Problem> problems,
                List<Announcement> announcements, boolean admin, long requests,
                String administration);

        static native TemplateInstance tiles(Shelves shelves, boolean known);

        static native TemplateInstance apps(List<Tile> tiles);
    }

    @GET
    public Response home(@Context UriInfo asked, @HeaderParam("Referer") String from) {
        var rights = access.rights(person());
        var shelves = tiles.of(rights);
        var told = store.read(handle -> announcements.at(handle, Instant.now()));
        var app = told.isEmpty()
                ? straightIn.to(shelves, asked.getQueryParameters().containsKey("home"), from)
                : StraightIn.NOWHERE;
        return app.map(Response::seeOther).map(Response.ResponseBuilder::build)
                .orElseGet(() -> page(rights, shelves, told));
    }

    private Response page(Rights rights, Shelves shelves, List<Announcement> told) {
        var admin = rights.admin();
        // Why the posted catalogue was not taken is for those who can mend it.
        var problems = admin ? fleet.problems() : List.<Problem>of();
        var page = Templates.home(shelves, known(), problems, told, admin, queue.waitingFor(rights),
                rights.administers() ? access.administration() : null);
        return Response.ok(page).header("Cache-Control", "no-store").build();
    }

    /** The tiles alone, for the page that refreshes them. */
    @GET
    @Path("tiles")
    public TemplateInstance tiles() {
        return Templates.tiles(tiles.of(access.rights(person())), known());
    }

    /** The entries of the app switcher in every app's header. */
    @GET
    @Path("apps")
    public TemplateInstance apps() {
        return Templates.apps(tiles.of(access.rights(person())).open());
    }

    private boolean known() {
        return fleet.view().isPresent();
    }

    private Person person() {
        return visitor.person().orElseThrow(() -> new IllegalStateException("the portal is behind sign-in"));
    }
}
