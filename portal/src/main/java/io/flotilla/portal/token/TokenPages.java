package io.flotilla.portal.token;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.page.Links;
import io.flotilla.portal.admin.Administrator;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;

/** Issues and revokes machine tokens. */
@Path("/admin/tokens")
@Produces(MediaType.TEXT_HTML)
public class TokenPages {
    private static final int LONGEST_NAME = 80;

    private final Administrator administrator;
    private final MachineTokens tokens;
    private final Links links;

    TokenPages(Administrator administrator, MachineTokens tokens, Links links) {
        this.administrator = administrator;
        this.tokens = tokens;
        this.links = links;
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance tokens(List<MachineToken> tokens, String issued, String id);
    }

    @GET
    public TemplateInstance show() {
        administrator.admin();
        return page(null);
    }

    /**
     * Answers with the token itself and not with a redirect, because this is the only page that ever shows it; loading it anew
     * leads to the list.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object issue(@RestForm String id, @RestForm String name, @RestForm String writes) {
        var admin = administrator.admin().actor();
        var wanted = name == null ? "" : name.replaceAll("\\p{Cntrl}+", " ").strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            throw new BadRequestException();
        }
        var issued = tokens.issue(admin, uuid(id), wanted, writes != null);
        return issued.isPresent() ? page(issued.get()) : Response.seeOther(links.redirect("/admin/tokens")).build();
    }

    private TemplateInstance page(String issued) {
        return Templates.tokens(tokens.all(), issued, UUID.randomUUID().toString());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notFromOurForm) {
            throw new BadRequestException();
        }
    }

    @POST
    @Path("{id}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(String id) {
        tokens.revoke(administrator.admin().actor(), id);
        return Response.seeOther(links.redirect("/admin/tokens")).build();
    }
}
