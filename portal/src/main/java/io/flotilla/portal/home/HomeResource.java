package io.flotilla.portal.home;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.page.Visitor;
import io.flotilla.base.store.Store;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.fleet.Owners;
import io.flotilla.portal.home.announce.Announcement;
import io.flotilla.portal.home.announce.Announcements;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The home page, and the two parts of it that are asked for again. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {
    private final Visitor visitor;
    private final Tiles tiles;
    private final Fleet fleet;
    private final Owners owners;
    private final Announcements announcements;
    private final Store store;
    private final StraightIn straightIn;

    HomeResource(Visitor visitor, Tiles tiles, Fleet fleet, Owners owners, Announcements announcements, Store store,
            StraightIn straightIn) {
        this.visitor = visitor;
        this.tiles = tiles;
        this.fleet = fleet;
        this.owners = owners;
        this.announcements = announcements;
        this.store = store;
        this.straightIn = straightIn;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance home(Shelves shelves, boolean known, List<Problem> problems,
                List<Announcement> announcements, boolean admin);

        static native TemplateInstance tiles(Shelves shelves, boolean known, boolean admin);

        static native TemplateInstance apps(List<Tile> tiles);
    }

    @GET
    public Response home(UriInfo asked, @HeaderParam("Referer") String from) {
        var shelves = tiles.of(person());
        var told = store.read(handle -> announcements.at(handle, Instant.now()));
        var app = told.isEmpty() ? straightIn.to(shelves, asked, from) : StraightIn.NOWHERE;
        return app.map(Response::seeOther).map(Response.ResponseBuilder::build).orElseGet(() -> Response.ok(
                Templates.home(shelves, known(), problems(), told, admin())).header("Cache-Control", "no-store")
                .build());
    }

    /** The tiles alone, for the page that refreshes them. */
    @GET
    @Path("tiles")
    public TemplateInstance tiles() {
        return Templates.tiles(tiles.of(person()), known(), admin());
    }

    /** The entries of the app switcher in every app's header. */
    @GET
    @Path("apps")
    public TemplateInstance apps() {
        return Templates.apps(tiles.of(person()).open());
    }

    private boolean known() {
        return fleet.view().isPresent();
    }

    private boolean admin() {
        return owners.isAdmin(person());
    }

    /** Why the posted catalogue was not taken is for those who can mend it. */
    private List<Problem> problems() {
        return admin() ? fleet.problems() : List.of();
    }

    private Person person() {
        return visitor.person().orElseThrow(() -> new IllegalStateException("the portal is behind sign-in"));
    }
}
