package io.flotilla.base.signin.access;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.AccessSource;
import io.flotilla.base.access.portal.PortalAccess;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;

/** The {@link AccessSource} of every program that has none of its own: the portal, or without a token the settings. */
@ApplicationScoped
class AccessProducer {
    private final Optional<PortalAccess> portal;
    private final AccessAnswer settings;

    AccessProducer(PortalConfig portal, AccessConfig settings) {
        this.portal = portal.portal().map(asked -> new PortalAccess(asked, portal.accessFolder()));
        this.settings = AccessAnswer.of(settings.rules());
    }

    /** What was kept on disk is read now, not while the first request waits on an event loop. */
    void readWhatWasKept(@Observes StartupEvent start) {}

    @Produces
    @ApplicationScoped
    @DefaultBean
    AccessSource source() {
        var known = Optional.of(settings);
        return portal.<AccessSource>map(asked -> asked)
                .orElse(person -> CompletableFuture.completedFuture(known));
    }

    @PreDestroy
    void close() {
        portal.ifPresent(PortalAccess::close);
    }
}
