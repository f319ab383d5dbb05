package io.flotilla.base.sample.breakable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.page.Links;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.Quarkus;
import org.jboss.resteasy.reactive.RestForm;

/** A dashboard that breaks when it is told to, so that outages and rollouts can be tried. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class BreakablePage {
    private static final int BROKEN = 3;

    private final Breakable breakable;
    private final Links links;

    BreakablePage(Breakable breakable, Links links) {
        this.breakable = breakable;
        this.links = links;
    }

    @CheckedTemplate(basePath = "sample")
    static class Templates {
        static native TemplateInstance breakable(Mood mood, Mood[] moods, long process);
    }

    @GET
    public TemplateInstance page() {
        return Templates.breakable(breakable.mood(), Mood.values(), ProcessHandle.current().pid());
    }

    @POST
    @Path("mood")
    public Response become(@RestForm Mood mood) {
        if (mood == null) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        breakable.become(mood);
        return Response.seeOther(links.redirect("/")).build();
    }

    /** Ends the process, a moment after the answer. */
    @POST
    @Path("exit")
    public Response exit() {
        Quarkus.asyncExit(BROKEN);
        return Response.seeOther(links.redirect("/")).build();
    }
}
