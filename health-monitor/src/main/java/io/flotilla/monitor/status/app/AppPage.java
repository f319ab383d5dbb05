package io.flotilla.monitor.status.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.monitor.status.Viewers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** How one app is, and how it has been. */
@Path("/apps/{app}")
@Blocking
public class AppPage {
    private final Viewers viewers;
    private final AppViews views;

    AppPage(Viewers viewers, AppViews views) {
        this.viewers = viewers;
        this.views = views;
    }

    /** An app that the viewer may not see does not exist for them. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("app") String app) {
        return viewers.current().filter(viewer -> viewer.visible().contains(app))
                .flatMap(viewer -> viewer.fleet().app(app))
                .map(watched -> Templates.app(views.of(watched)))
                .orElseThrow(NotFoundException::new);
    }

    @CheckedTemplate(basePath = "status")
    static class Templates {
        static native TemplateInstance app(AppView view);
    }
}
