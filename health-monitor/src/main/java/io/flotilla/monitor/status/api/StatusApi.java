package io.flotilla.monitor.status.api;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.monitor.fleet.Watched.Kind;
import io.flotilla.monitor.status.Overviews;
import io.flotilla.monitor.status.api.Callers.Caller;
import io.smallrye.common.annotation.Blocking;

/** The states alone, as the portal asks for them. */
@Path("/api/status")
@Blocking
public class StatusApi {
    private final Callers callers;
    private final Overviews overviews;

    StatusApi(Callers callers, Overviews overviews) {
        this.callers = callers;
        this.overviews = overviews;
    }

    /**
     * @param app   its key in the catalogue
     * @param state {@code up}, {@code failing}, {@code down} or {@code unknown}
     * @param since when it came into that state; null while unknown
     */
    public record AppState(String app, String state, Instant since) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<AppState> states(@HeaderParam(Callers.KEY_HEADER) String key) {
        return callers.caller(key).map(this::states).orElseGet(List::of);
    }

    private List<AppState> states(Caller caller) {
        return overviews.states(caller.fleet(), caller.visible()).stream()
                .filter(app -> caller.fleet().app(app.app()).filter(watched -> watched.kind() == Kind.APP).isPresent())
                .map(app -> new AppState(app.app(), app.state().word(), app.since().orElse(null))).toList();
    }
}
