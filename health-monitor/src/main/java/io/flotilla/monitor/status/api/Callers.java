package io.flotilla.monitor.status.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;

import io.flotilla.base.access.AccessSource;
import io.flotilla.base.access.Person;
import io.flotilla.base.page.Visitor;
import io.flotilla.monitor.fleet.WatchedFleet;
import io.flotilla.monitor.status.Viewers;
import io.flotilla.monitor.status.VisibleApps;
import io.flotilla.monitor.watch.MonitorConfig;
import io.flotilla.monitor.watch.Watch;

/**
 * Who asks for the state of the fleet by program. Who shows the fleet's key sees every app, a person who is signed in those
 * that they may open, and a stranger nothing.
 */
@ApplicationScoped
class Callers {
    /** The header that carries the setting {@code flotilla.fleet-key}. */
    static final String KEY_HEADER = "Flotilla-Fleet-Key";

    private final Optional<String> secret;
    private final Watch watch;
    private final Visitor visitor;
    private final AccessSource access;
    private final Viewers viewers;

    Callers(MonitorConfig config, Watch watch, Visitor visitor, AccessSource access, Viewers viewers) {
        this.secret = config.fleetKey().filter(key -> !key.isBlank());
        this.watch = watch;
        this.visitor = visitor;
        this.access = access;
        this.viewers = viewers;
    }

    /** @param fleet what is watched */
    record Caller(WatchedFleet fleet, VisibleApps visible) {}

    /**
     * Empty while nothing is watched yet.
     *
     * @param key what the caller shows; null if nothing
     * @throws NotAuthorizedException for a stranger
     * @throws ForbiddenException     for somebody who may not open the monitor
     */
    Optional<Caller> caller(String key) {
        if (opens(key)) {
            return watch.fleet().map(fleet -> new Caller(fleet, VisibleApps.everything(fleet)));
        }
        var person = admitted(visitor.person().orElseThrow(() -> new NotAuthorizedException(KEY_HEADER)));
        return viewers.of(person).map(viewer -> new Caller(viewer.fleet(), viewer.visible()));
    }

    /** These paths are open to programs, so that what is asked at the door of every page must be asked here. */
    private Person admitted(Person person) {
        return access.about(person).toCompletableFuture().join().filter(answer -> answer.decide(person).allowed())
                .map(answer -> answer.now(person))
                .orElseThrow(() -> new ForbiddenException("this person may not open the health-monitor"));
    }

    private boolean opens(String key) {
        return key != null && secret.isPresent()
                && MessageDigest.isEqual(key.getBytes(UTF_8), secret.get().getBytes(UTF_8));
    }
}
