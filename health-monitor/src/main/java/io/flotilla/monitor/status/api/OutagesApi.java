package io.flotilla.monitor.status.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.outage.Outages;
import io.flotilla.monitor.status.api.Callers.Caller;
import io.smallrye.common.annotation.Blocking;

/** Outages, open and past, of the apps that the caller may see. */
@Path("/api/v1/outages")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class OutagesApi {
    private static final int LONGEST_DAYS = 400;
    private static final int MOST = 1000;

    private final Callers callers;
    private final Store store;
    private final InstantSource clock;
    private final Outages outages = new Outages();

    OutagesApi(Callers callers, Store store, InstantSource clock) {
        this.callers = callers;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param app  of one app alone
     * @param open whether only those that last
     * @param days how far back: those that touched so many days
     * @param limit how many at most
     */
    @GET
    public List<Json.OutageOf> outages(@HeaderParam(Callers.KEY_HEADER) String key, @QueryParam("app") String app,
            @QueryParam("open") boolean open, @QueryParam("days") @DefaultValue("90") int days,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var caller = callers.caller(key);
        if (days < 1 || days > LONGEST_DAYS) {
            throw new BadRequestException("days: give a number from 1 to " + LONGEST_DAYS);
        }
        if (limit < 1 || limit > MOST) {
            throw new BadRequestException("limit: give a number from 1 to " + MOST);
        }
        var first = clock.instant().minus(Duration.ofDays(days));
        return caller.map(Caller::visible).map(visible -> store.<List<Outage>, RuntimeException>read(
                handle -> outages.since(handle, first)).stream()
                .filter(outage -> visible.contains(outage.app()))
                .filter(outage -> app == null || outage.app().equals(app))
                .filter(outage -> !open || outage.open())
                .limit(limit)
                .map(Json.OutageOf::of).toList()).orElseGet(List::of);
    }

    @GET
    @Path("/{id}")
    public Json.OutageOf outage(@HeaderParam(Callers.KEY_HEADER) String key, @PathParam("id") String id) {
        var caller = callers.caller(key).orElseThrow(NotFoundException::new);
        return store.<Optional<Outage>, RuntimeException>read(handle -> outages.find(handle, id))
                .filter(outage -> caller.visible().contains(outage.app())).map(Json.OutageOf::of)
                .orElseThrow(NotFoundException::new);
    }
}
