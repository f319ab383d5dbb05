package io.flotilla.portal.admin;

import java.util.List;
import java.util.function.Supplier;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.page.Links;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.directory.Group;
import io.flotilla.portal.graph.Refused;
import io.flotilla.portal.graph.Refused.Reason;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.graph.store.Changes;
import io.flotilla.portal.graph.text.ChangeJson;
import io.flotilla.portal.graph.text.GraphYaml;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;

/** Saves what a preview has shown; takes the whole graph in and gives it out as a file. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class ChangePages {
    private final Administrator administrator;
    private final Changes changes;
    private final Access access;
    private final Directory directory;
    private final Preview preview;
    private final Links links;

    ChangePages(Administrator administrator, Changes changes, Access access, Directory directory, Preview preview,
            Links links) {
        this.administrator = administrator;
        this.changes = changes;
        this.access = access;
        this.directory = directory;
        this.preview = preview;
        this.links = links;
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance file(String yaml, Integer done);
    }

    /** Saves them, and goes back to where they came from. Sent twice, it finds them made. */
    @POST
    @Path("changes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestForm("changes") String text, @RestForm String back) {
        administrator.anyOfThem();
        int made = changes.make(administrator.person(), readable(() -> ChangeJson.read(text)));
        var safe = back != null && back.matches("/(admin|apps)/[\\p{L}\\p{N}/_.@+-]+") ? back : "/admin/apps";
        return Response.seeOther(links.redirect(safe + "?done=" + made)).build();
    }

    @GET
    @Path("file")
    public TemplateInstance file(@QueryParam("done") Integer done) {
        administrator.admin();
        return Templates.file(yaml(), done);
    }

    @GET
    @Path("access.yaml")
    @Produces(MediaType.WILDCARD)
    public Response download() {
        administrator.admin();
        return Response.ok(yaml(), "application/yaml")
                .header("Content-Disposition", "attachment; filename=\"access.yaml\"").build();
    }

    @POST
    @Path("file")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@RestForm String yaml) {
        administrator.admin();
        var now = access.situation();
        return preview.of(readable(() -> GraphYaml.changes(yaml, now, groups())), "/admin/file");
    }

    private String yaml() {
        return GraphYaml.write(access.situation(), groups());
    }

    private List<String> groups() {
        return directory.groups().stream().map(Group::name).toList();
    }

    private static <T> T readable(Supplier<T> text) {
        try {
            return text.get();
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.IMPOSSIBLE, e.getMessage());
        }
    }
}
