package io.flotilla.monitor.status;

import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The status page: what is up, what is not, and since when, of the apps that the visitor may open. */
@Path("/")
@Blocking
public class StatusPage {
    private final Viewers viewers;
    private final Overviews overviews;

    StatusPage(Viewers viewers, Overviews overviews) {
        this.viewers = viewers;
        this.overviews = overviews;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() {
        return Templates.page(viewers.current().map(viewer -> overviews.of(viewer.fleet(), viewer.visible())));
    }

    @CheckedTemplate(basePath = "status")
    static class Templates {
        static native TemplateInstance page(Optional<Overview> overview);
    }
}
