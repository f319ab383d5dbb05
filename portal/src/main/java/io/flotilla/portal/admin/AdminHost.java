package io.flotilla.portal.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.flotilla.portal.graph.store.AccessSettings;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * One host is one origin, and a dashboard's hole must not drive the house: with {@code flotilla.portal.admin-host} set, the
 * administration and its API answer under that name alone, and do not exist under any other.
 */
@ApplicationScoped
class AdminHost {
    private static final int AFTER_ORIGIN = 7_000;

    private final AccessSettings settings;

    AdminHost(AccessSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        settings.adminHost().ifPresent(host -> filters.register(context -> {
            if (isAdministration(context.normalizedPath()) && !host.equalsIgnoreCase(name(context))) {
                context.fail(404);
            } else {
                context.next();
            }
        }, AFTER_ORIGIN));
    }

    static boolean isAdministration(String path) {
        return path.equals("/admin") || path.startsWith("/admin/") || path.equals("/api/v1")
                || path.startsWith("/api/v1/");
    }

    private static String name(RoutingContext context) {
        var authority = context.request().authority();
        return authority == null ? "" : authority.host();
    }
}
