package io.flotilla.portal.register;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.page.Links;
import io.flotilla.base.store.Store;
import io.flotilla.portal.audit.Audit;
import io.flotilla.portal.register.logo.Logo;
import io.flotilla.portal.register.logo.Logos;
import io.flotilla.portal.register.logo.NotALogo;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** How the portal shows an app, for those who look after it. Every write answers with a redirect, so refreshing is safe. */
@Path("/apps/{app}/tile")
@Produces(MediaType.TEXT_HTML)
public class TileResource {
    private final Tended tended;
    private final Listings listings;
    private final Logos logos;
    private final Audit audit;
    private final Store store;
    private final Links links;

    TileResource(Tended tended, Listings listings, Logos logos, Audit audit, Store store, Links links) {
        this.tended = tended;
        this.listings = listings;
        this.logos = logos;
        this.audit = audit;
        this.store = store;
        this.links = links;
    }

    @CheckedTemplate(basePath = "register")
    static class Templates {
        static native TemplateInstance tile(TileForm form, AccessForm access);
    }

    /** @param draft the hash of a logo to try on; @param done what has just been done */
    @GET
    public TemplateInstance show(String app, @RestQuery String draft, @RestQuery String done) {
        var known = tended.app(app);
        var form = store.read(handle -> TileForm.of(listings.of(handle, known),
                Optional.ofNullable(draft).filter(hash -> logos.knows(handle, hash)), notice(done), ""));
        return Templates.tile(form, tended.access(known));
    }

    /** Sets the details; the button {@code back} of one detail gives it back to fleet.yaml instead. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object save(String app, MultivaluedMap<String, String> sent) {
        var form = new HashMap<String, String>();
        sent.forEach((name, values) -> form.put(name, values.get(0)));
        var back = Optional.ofNullable(form.get("back")).flatMap(Detail::named);
        var typed = TileForm.typed(form);
        var known = tended.app(app);
        var page = store.read(handle -> TileForm.of(listings.of(handle, known), typed, Optional.empty(), "", ""));
        if (back.isEmpty() && page.hasMistakes()) {
            return Response.status(422).entity(Templates.tile(page, tended.access(known)).render()).build();
        }
        change(app, form.get("version"),
                listing -> back.map(listing::without).orElseGet(() -> listing.with(typed)));
        return see(app, back.isPresent() ? "?done=back" : "?done=saved");
    }

    /** Takes a logo as a draft, to be looked at before it is confirmed. */
    @POST
    @Path("/logo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Object send(String app, @RestForm FileUpload file) throws IOException {
        var known = tended.app(app);
        try {
            var logo = Logo.of(bytes(file));
            logos.keep(logo, Instant.now());
            return see(app, "?draft=" + logo.hash() + "#logo");
        } catch (NotALogo refusal) {
            var page = store.read(handle -> TileForm.of(listings.of(handle, known), Optional.empty(), "",
                    refusal.getMessage()));
            return Response.status(422).entity(Templates.tile(page, tended.access(known)).render()).build();
        }
    }

    /** Confirms a draft, or with an empty one takes the logo away. */
    @POST
    @Path("/logo/choice")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(String app, @RestForm String draft, @RestForm String version) {
        var hash = Optional.ofNullable(draft).filter(text -> !text.isBlank());
        if (hash.isPresent() && !store.read(handle -> logos.knows(handle, hash.get()))) {
            throw new ClientErrorException(409);
        }
        change(app, version, listing -> listing.withLogo(hash));
        return see(app, hash.isPresent() ? "?done=logo" : "?done=plain");
    }

    private interface Change {
        Listing to(Listing listing);
    }

    private void change(String app, String version, Change change) {
        var known = tended.app(app);
        var person = tended.person();
        var saved = store.write(handle -> {
            var before = listings.of(handle, known);
            var after = change.to(before);
            var mine = Long.toString(before.version()).equals(version)
                    && listings.save(handle, after, person.id(), Instant.now());
            if (mine && !before.set().equals(after.set())) {
                audit.append(handle, person, "tile set", app, before.set(), after.set());
            }
            return mine;
        });
        if (!saved) {
            throw new ClientErrorException(409);
        }
    }

    private static byte[] bytes(FileUpload file) throws IOException, NotALogo {
        if (file == null || file.size() == 0) {
            return new byte[0];
        }
        return file.size() > Logo.LARGEST_FILE
                ? new byte[Logo.LARGEST_FILE + 1]
                : Files.readAllBytes(file.uploadedFile());
    }

    private Response see(String app, String query) {
        return Response.seeOther(links.redirect("/apps/" + app + "/tile" + query)).build();
    }

    private static String notice(String done) {
        return switch (done == null ? "" : done) {
            case "saved" -> "Saved. The tile shows it at once.";
            case "0" -> "Nothing to change: it was so already.";
            case "1" -> "Saved. Who may open it has changed at once.";
            case "back" -> "That is fleet.yaml's again.";
            case "logo" -> "The tile has its new logo.";
            case "plain" -> "The logo is gone; the tile shows letters.";
            default -> "";
        };
    }
}
