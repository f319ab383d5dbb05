package io.flotilla.monitor.status;

import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.base.page.Visitor;
import io.flotilla.monitor.watch.Watch;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The status page: what is up, what is not, and since when, of the apps that the visitor may open. */
@Path("/")
@Blocking
public class StatusPage {
    private final Watch watch;
    private final Visitor visitor;
    private final Overviews overviews;

    StatusPage(Watch watch, Visitor visitor, Overviews overviews) {
        this.watch = watch;
        this.visitor = visitor;
        this.overviews = overviews;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() {
        return Templates.page(watch.fleet().flatMap(fleet -> visitor.person()
                .map(person -> overviews.of(fleet, VisibleApps.of(fleet, person)))));
    }

    @CheckedTemplate(basePath = "status")
    static class Templates {
        static native TemplateInstance page(Optional<Overview> overview);
    }
}
