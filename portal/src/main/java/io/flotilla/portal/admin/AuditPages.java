package io.flotilla.portal.admin;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.portal.audit.Audit;
import io.flotilla.portal.audit.AuditEntry;
import io.flotilla.portal.audit.AuditText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who changed what, when: to search, and to take away. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class AuditPages {
    private static final int SHOWN = 100;
    private static final int TAKEN_AWAY = 100_000;

    private final Administrator administrator;
    private final Audit audit;

    AuditPages(Administrator administrator, Audit audit) {
        this.administrator = administrator;
        this.audit = audit;
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance audit(List<AuditEntry> entries, String search, Long next);
    }

    @GET
    @Path("audit")
    public TemplateInstance audit(@QueryParam("q") String search, @QueryParam("before") Long before) {
        administrator.admin();
        var entries = audit.entries(words(search), before == null ? Long.MAX_VALUE : before, SHOWN + 1);
        var shown = entries.subList(0, Math.min(SHOWN, entries.size()));
        return Templates.audit(shown, words(search),
                entries.size() > SHOWN ? shown.get(SHOWN - 1).number() : null);
    }

    @GET
    @Path("audit.csv")
    @Produces(MediaType.WILDCARD)
    public Response csv(@QueryParam("q") String search) {
        administrator.admin();
        return file(AuditText.csv(audit.entries(words(search), Long.MAX_VALUE, TAKEN_AWAY)), "text/csv; charset=utf-8",
                "audit.csv");
    }

    @GET
    @Path("audit.json")
    @Produces(MediaType.WILDCARD)
    public Response json(@QueryParam("q") String search) {
        administrator.admin();
        return file(AuditText.json(audit.entries(words(search), Long.MAX_VALUE, TAKEN_AWAY)).toString(),
                MediaType.APPLICATION_JSON, "audit.json");
    }

    private static Response file(String text, String type, String name) {
        return Response.ok(text, type).header("Content-Disposition", "attachment; filename=\"" + name + "\"").build();
    }

    private static String words(String search) {
        return search == null ? "" : search.strip();
    }
}
