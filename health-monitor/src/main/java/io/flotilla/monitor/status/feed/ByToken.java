package io.flotilla.monitor.status.feed;

import java.time.InstantSource;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.outage.HealthRecords;
import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.outage.Outages;
import io.flotilla.monitor.status.AppStatus;
import io.flotilla.monitor.watch.MonitorConfig;
import io.flotilla.monitor.watch.Watch;
import io.smallrye.common.annotation.Blocking;

/** One app's badge and feed. A wrong token and an unknown app look alike. */
@Path("/by-token/{app}/{token}")
@Blocking
public class ByToken {
    private final Watch watch;
    private final TokenLinks links;
    private final Store store;
    private final InstantSource clock;
    private final Atom atom;
    private final HealthRecords records = new HealthRecords();
    private final Outages outages = new Outages();

    ByToken(Watch watch, TokenLinks links, Store store, InstantSource clock, MonitorConfig config) {
        this.watch = watch;
        this.links = links;
        this.store = store;
        this.clock = clock;
        this.atom = new Atom(config.fleet(), config.origin(), config.urlPath());
    }

    @GET
    @Path("/badge.svg")
    @Produces("image/svg+xml")
    public String badge(@PathParam("app") String app, @PathParam("token") String token) {
        var watched = find(app, token);
        var health = store.read(handle -> records.of(handle, app));
        return Badge.svg(watched.title(), AppStatus.of(watched, health, clock.instant()).state());
    }

    @GET
    @Path("/feed.atom")
    @Produces("application/atom+xml;charset=utf-8")
    public String feed(@PathParam("app") String app, @PathParam("token") String token) {
        var watched = find(app, token);
        var past = store.<List<Outage>, RuntimeException>read(handle -> outages.newest(handle, app, Atom.ENTRIES));
        return atom.feed(watched, past, links.feed(app), clock.instant());
    }

    private Watched find(String app, String token) {
        return watch.fleet().flatMap(fleet -> fleet.app(app)).filter(watched -> links.opens(app, token))
                .orElseThrow(NotFoundException::new);
    }
}
