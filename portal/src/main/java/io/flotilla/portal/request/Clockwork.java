package io.flotilla.portal.request;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.flotilla.base.store.Store;
import io.flotilla.portal.directory.Directory.DirectoryAway;
import io.flotilla.portal.graph.Refused;
import io.flotilla.portal.request.rule.AccessRequest;
import io.flotilla.portal.request.store.Requests;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Does what time asks for: requests lapse, approvals warn and end, and what a crash left half done is finished. */
@ApplicationScoped
public class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class);
    private static final long EVERY_MILLIS = 5_000;

    private final Requests requests;
    private final Memberships memberships;
    private final Store store;
    private final Vertx vertx;
    private final AtomicBoolean ticking = new AtomicBoolean();
    private long timer = -1;

    Clockwork(Requests requests, Memberships memberships, Store store, Vertx vertx) {
        this.requests = requests;
        this.memberships = memberships;
        this.store = store;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY_MILLIS, tick -> {
            if (ticking.compareAndSet(false, true)) {
                vertx.executeBlocking(() -> {
                    tick(Instant.now());
                    return null;
                }, true).onComplete(done -> ticking.set(false));
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** One look at everything that time may have changed; several programs may do it at once. */
    void tick(Instant now) {
        try {
            store.read(handle -> requests.restless(handle, now)).forEach(request -> settle(request, now));
        } catch (RuntimeException e) {
            LOG.error("What time asks of requests waits, because the database does not answer.", e);
        }
    }

    private void settle(AccessRequest request, Instant now) {
        try {
            switch (request.state()) {
                case APPROVED -> memberships.make(request);
                case ENDING -> memberships.takeBack(request);
                default -> memberships.pass(request, now);
            }
        } catch (DirectoryAway away) {
            LOG.warnf("The request %s waits, because the directory is away: %s", request.id(), away.getMessage());
        } catch (Refused refused) {
            LOG.warnf("The request %s cannot be carried out: %s", request.id(), refused.getMessage());
        }
    }
}
