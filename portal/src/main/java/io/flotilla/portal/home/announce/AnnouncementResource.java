package io.flotilla.portal.home.announce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.access.Person;
import io.flotilla.base.page.Links;
import io.flotilla.base.page.Visitor;
import io.flotilla.base.store.Store;
import io.flotilla.portal.audit.Audit;
import io.flotilla.portal.graph.store.Access;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;

/** Where admins write and end announcements. */
@Path("/announcements")
@Produces(MediaType.TEXT_HTML)
public class AnnouncementResource {
    private static final int LONGEST = 300;
    /** Lengths rather than times of day, because only the browser knows the admin's time zone. */
    private static final Map<String, Duration> LENGTHS = new TreeMap<>(Map.of("1h", Duration.ofHours(1), "4h",
            Duration.ofHours(4), "1d", Duration.ofDays(1), "3d", Duration.ofDays(3), "7d", Duration.ofDays(7)));

    private final Visitor visitor;
    private final Access access;
    private final Announcements announcements;
    private final Audit audit;
    private final Store store;
    private final Links links;

    AnnouncementResource(Visitor visitor, Access access, Announcements announcements, Audit audit, Store store,
            Links links) {
        this.visitor = visitor;
        this.access = access;
        this.announcements = announcements;
        this.audit = audit;
        this.store = store;
        this.links = links;
    }

    @CheckedTemplate(basePath = "announce")
    static class Templates {
        static native TemplateInstance announcements(List<Announcement> standing, String id);
    }

    @GET
    public TemplateInstance show() {
        admin();
        return store.read(handle -> Templates.announcements(announcements.at(handle, Instant.now()),
                UUID.randomUUID().toString()));
    }

    /** @param id made with the form, so that sending it twice makes one */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestForm String id, @RestForm String text, @RestForm String length, @RestForm String urgent) {
        var admin = admin();
        var words = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST || !LENGTHS.containsKey(length)) {
            throw new BadRequestException();
        }
        var announcement = new Announcement(id(id), words, urgent != null, Instant.now().plus(LENGTHS.get(length)),
                admin.name());
        store.write(handle -> {
            var made = announcements.make(handle, announcement);
            if (made) {
                audit.append(handle, admin, "announced", "home", "", words);
            }
            return made;
        });
        return Response.seeOther(links.redirect("/announcements")).build();
    }

    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(String id) {
        var admin = admin();
        store.write(handle -> {
            var ended = announcements.end(handle, id, Instant.now());
            ended.ifPresent(words -> audit.append(handle, admin, "announcement ended", "home", words, ""));
            return ended;
        });
        return Response.seeOther(links.redirect("/announcements")).build();
    }

    private static String id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text).toString();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException();
        }
    }

    private Person admin() {
        return visitor.person().filter(person -> access.rights(person).admin()).orElseThrow(ForbiddenException::new);
    }
}
