package io.flotilla.monitor.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.base.page.Visitor;
import io.flotilla.monitor.fleet.Watched.Kind;
import io.flotilla.monitor.fleet.WatchedFleet;
import io.flotilla.monitor.watch.MonitorConfig;
import io.flotilla.monitor.watch.Watch;
import io.smallrye.common.annotation.Blocking;

/**
 * The states for programs. Who shows the fleet's key sees every app, a person who is signed in those that they may open,
 * and a stranger nothing.
 */
@Path("/api/status")
@Blocking
public class StatusApi {
    /** The header that carries the setting {@code flotilla.fleet-key}. */
    public static final String KEY_HEADER = "Flotilla-Fleet-Key";

    private final MonitorConfig config;
    private final Watch watch;
    private final Visitor visitor;
    private final Overviews overviews;

    StatusApi(MonitorConfig config, Watch watch, Visitor visitor, Overviews overviews) {
        this.config = config;
        this.watch = watch;
        this.visitor = visitor;
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
    public List<AppState> states(@HeaderParam(KEY_HEADER) String key) {
        return watch.fleet().map(fleet -> states(fleet, visible(fleet, key))).orElseGet(List::of);
    }

    private List<AppState> states(WatchedFleet fleet, VisibleApps visible) {
        return overviews.states(fleet, visible).stream()
                .filter(app -> fleet.app(app.app()).filter(watched -> watched.kind() == Kind.APP).isPresent())
                .map(app -> new AppState(app.app(), app.state().word(), app.since().orElse(null))).toList();
    }

    private VisibleApps visible(WatchedFleet fleet, String key) {
        return opens(key)
                ? VisibleApps.everything(fleet)
                : visitor.person().map(person -> VisibleApps.of(fleet, person))
                        .orElseThrow(() -> new NotAuthorizedException(KEY_HEADER));
    }

    private boolean opens(String key) {
        Optional<String> expected = config.fleetKey().filter(secret -> !secret.isBlank());
        return key != null && expected.isPresent()
                && MessageDigest.isEqual(key.getBytes(UTF_8), expected.get().getBytes(UTF_8));
    }
}
