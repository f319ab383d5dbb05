package io.flotilla.portal.admin;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.portal.directory.Directory.DirectoryAway;
import io.flotilla.portal.graph.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.json.JsonObject;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a person, or a program, why a change was not made. */
class RefusedPage {

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance refused(String title, String why);
    }

    @ServerExceptionMapper
    Response refused(Refused refused, HttpHeaders headers) {
        return switch (refused.reason()) {
            case FORBIDDEN -> answer(403, "You may not change that", refused.getMessage(), headers);
            case CONFLICT -> answer(409, "Somebody else changed this first", refused.getMessage(), headers);
            case IMPOSSIBLE -> answer(422, "That cannot be done", refused.getMessage(), headers);
        };
    }

    @ServerExceptionMapper
    Response away(DirectoryAway away, HttpHeaders headers) {
        return answer(503, "The directory does not answer",
                "People and groups cannot be looked up now. Nothing was lost; try again in a minute.", headers);
    }

    private static Response answer(int status, String title, String why, HttpHeaders headers) {
        if (headers.getHeaderString(HttpHeaders.ACCEPT) != null
                && headers.getHeaderString(HttpHeaders.ACCEPT).contains("text/html")) {
            return Response.status(status).type(MediaType.TEXT_HTML_TYPE).entity(Templates.refused(title, why).render())
                    .build();
        }
        return Response.status(status).type("application/problem+json")
                .entity(new JsonObject().put("type", "about:blank")
                        .put("title", title).put("status", status).put("detail", why).encode())
                .build();
    }
}
