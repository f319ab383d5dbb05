package io.flotilla.base.edge;

import java.net.URI;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses writes, and WebSockets, that a browser sends from another site. Every browser since 2023 says where a request comes from
 * ({@code Sec-Fetch-Site}); older ones send {@code Origin} with every write. Programs send neither, and are judged by
 * their tokens.
 */
@ApplicationScoped
class OriginCheck {
    private static final int AFTER_HEADERS = 8_000;
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(context -> {
            if (isRead(context) || isOwn(context)) {
                context.next();
            } else {
                context.response().setStatusCode(403).putHeader("Content-Type", "text/plain; charset=utf-8")
                        .end("This was sent from another site. Open the app itself and try again there.\n");
            }
        }, AFTER_HEADERS);
    }

    /** A WebSocket begins as a read, but what follows can be anything. */
    private static boolean isRead(RoutingContext context) {
        return READS.contains(context.request().method())
                && !"websocket".equalsIgnoreCase(context.request().getHeader("Upgrade"));
    }

    private static boolean isOwn(RoutingContext context) {
        var site = context.request().getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var origin = context.request().getHeader("Origin");
        return origin == null || sameHost(origin, context.request().getHeader("Host"));
    }

    private static boolean sameHost(String origin, String host) {
        try {
            return URI.create(origin).getRawAuthority() != null
                    && URI.create(origin).getRawAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
