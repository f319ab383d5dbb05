package io.flotilla.base.signin.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.portal.PortalFleet;

/**
 * Who may open which app of the fleet, for the health-monitor and the console, which show others' apps. Without a token for
 * the portal, the catalogue's word counts.
 */
@ApplicationScoped
public class FleetRules {
    private final Optional<PortalFleet> portal;
    private final Set<String> overrides;

    FleetRules(PortalConfig portal, AccessConfig settings) {
        this.portal = portal.portal().map(asked -> new PortalFleet(asked, portal.accessFolder()));
        this.overrides = settings.overrides();
    }

    /**
     * The rules of every app as the portal says them, by name; an app that it has never spoken of is open to override
     * groups alone. Blocks for a moment, so call it on a worker, once for a page.
     *
     * @param catalogue what the catalogue says an app requires, for where there is no portal to ask
     */
    public Function<String, AccessRules> now(Function<String, Set<String>> catalogue) {
        if (portal.isEmpty()) {
            return app -> new AccessRules(catalogue.apply(app), overrides);
        }
        var known = portal.get().rules().toCompletableFuture().join().orElse(Map.of());
        return app -> known.getOrDefault(app, new AccessRules(Set.of(), overrides));
    }

    @PreDestroy
    void close() {
        portal.ifPresent(PortalFleet::close);
    }
}
