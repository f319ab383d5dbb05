package io.flotilla.monitor.status.api;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;

/** How the apps are, and how they have been. */
@Path("/api/v1/apps")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class AppsApi {
    private final Callers callers;
    private final AppReader reader;

    AppsApi(Callers callers, AppReader reader) {
        this.callers = callers;
        this.reader = reader;
    }

    @GET
    public List<Json.App> apps(@HeaderParam(Callers.KEY_HEADER) String key) {
        return callers.caller(key).map(reader::all).orElseGet(List::of);
    }

    /** An app that the caller may not see does not exist for them. */
    @GET
    @Path("/{app}")
    public Json.Detail app(@HeaderParam(Callers.KEY_HEADER) String key, @PathParam("app") String app) {
        return callers.caller(key).filter(caller -> caller.visible().contains(app))
                .flatMap(caller -> caller.fleet().app(app)).map(reader::one).orElseThrow(NotFoundException::new);
    }
}
