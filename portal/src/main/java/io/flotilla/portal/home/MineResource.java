package io.flotilla.portal.home;

import java.time.Instant;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.access.Person;
import io.flotilla.base.page.Links;
import io.flotilla.base.page.Visitor;
import io.flotilla.base.store.Store;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.home.personal.Favourites;
import io.flotilla.portal.home.personal.Recents;
import org.jboss.resteasy.reactive.RestForm;

/** What a person's home page remembers of them. Everything may be sent twice. */
@Path("/mine")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class MineResource {
    private final Visitor visitor;
    private final Access access;
    private final Tiles tiles;
    private final Favourites favourites;
    private final Recents recents;
    private final Store store;
    private final Links links;

    MineResource(Visitor visitor, Access access, Tiles tiles, Favourites favourites, Recents recents, Store store,
            Links links) {
        this.visitor = visitor;
        this.access = access;
        this.tiles = tiles;
        this.favourites = favourites;
        this.recents = recents;
        this.store = store;
        this.links = links;
    }

    /** Stars one app, or takes its star away; a page with script goes on with the tiles, one without with the page. */
    @POST
    @Path("/favourites")
    public Response favourites(@RestForm String star, @RestForm String unstar,
            @HeaderParam("HX-Request") String fragment) {
        var person = person();
        var app = open(star == null ? unstar : star, person);
        store.write(handle -> {
            if (star == null) {
                favourites.remove(handle, person, app);
            } else {
                favourites.add(handle, person, app);
            }
            return null;
        });
        return Response.seeOther(links.redirect(fragment == null ? "/?home#tile-" + app : "/tiles")).build();
    }

    /** Remembers that an app was opened from here just now. */
    @POST
    @Path("/recents")
    public void opened(@RestForm String app) {
        var person = person();
        var opened = open(app, person);
        store.write(handle -> {
            recents.opened(handle, person, opened, Instant.now());
            return null;
        });
    }

    private String open(String app, Person person) {
        return tiles.open(access.rights(person)).stream().filter(name -> name.equals(app)).findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Person person() {
        return visitor.person().orElseThrow(() -> new IllegalStateException("the portal is behind sign-in"));
    }
}
