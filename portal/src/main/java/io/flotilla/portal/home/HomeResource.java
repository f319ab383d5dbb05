package io.flotilla.portal.home;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.page.Visitor;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.fleet.PortalConfig;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;

/** The home page, and the two parts of it that are asked for again. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {
    private final Visitor visitor;
    private final Tiles tiles;
    private final Fleet fleet;
    private final PortalConfig config;
    private final Template home;
    private final Template groups;
    private final Template apps;

    HomeResource(Visitor visitor, Tiles tiles, Fleet fleet, PortalConfig config, @Location("home/home") Template home,
            @Location("home/groups") Template groups, @Location("home/apps") Template apps) {
        this.visitor = visitor;
        this.tiles = tiles;
        this.fleet = fleet;
        this.config = config;
        this.home = home;
        this.groups = groups;
        this.apps = apps;
    }

    @GET
    public TemplateInstance home() {
        return home.data("groups", tiles.of(person())).data("problems", problems()).data("known",
                fleet.view().isPresent());
    }

    /** The tiles alone, for the page that refreshes them. */
    @GET
    @Path("tiles")
    public TemplateInstance tiles() {
        return groups.data("groups", tiles.of(person())).data("known", fleet.view().isPresent());
    }

    /** The entries of the app switcher in every app's header. */
    @GET
    @Path("apps")
    public TemplateInstance apps() {
        return apps.data("groups", tiles.of(person()));
    }

    /** Why the posted catalogue was not taken is for those who can mend it. */
    private List<Problem> problems() {
        return person().groups().stream().anyMatch(config.overrides()::contains) ? fleet.problems() : List.of();
    }

    private Person person() {
        return visitor.person().orElseThrow(() -> new IllegalStateException("the portal is behind sign-in"));
    }
}
