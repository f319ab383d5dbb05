package io.flotilla.base.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.flotilla.base.page.PageConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes the app's prefix off every request, so that one binary serves under any {@code url_path}: routes are written as if
 * the app stood at the root. Whatever is not under the prefix does not exist, the health checks of the load balancer aside.
 */
@ApplicationScoped
class Prefix {
    /** Before everything that looks at a request's path or address, authentication (200) included. */
    private static final int FIRST = 10_000;
    /** Sign-in puts what stands here before the addresses it sends people to; a client's own is never believed. */
    private static final String PREFIX_HEADER = "X-Forwarded-Prefix";
    private static final String TAKEN_OFF = "flotilla.prefix";

    private final String prefix;

    Prefix(PageConfig config) {
        prefix = config.urlPath();
        if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
            throw new IllegalStateException(
                    "flotilla.url-path is `%s`; write a path with a slash at both ends, such as /sales/"
                            .formatted(prefix));
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FIRST);
    }

    private void handle(RoutingContext context) {
        if (context.get(TAKEN_OFF) != null) {
            context.next();
            return;
        }
        context.put(TAKEN_OFF, true);
        context.request().headers().remove(PREFIX_HEADER);
        var path = context.request().path();
        if (prefix.equals("/") || isHealthCheck(path)) {
            context.next();
        } else if ((path + "/").equals(prefix)) {
            redirectInside(context);
        } else if (path.startsWith(prefix) && context.normalizedPath().startsWith(prefix)) {
            takeOff(context, path);
        } else {
            SecurityHeaders.write(context.response().headers());
            context.response().setStatusCode(404).putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("There is nothing here; the app begins at %s\n".formatted(prefix));
        }
    }

    private void redirectInside(RoutingContext context) {
        var query = context.request().query();
        context.response().setStatusCode(308).putHeader("Location", query == null ? prefix : prefix + "?" + query)
                .end();
    }

    private void takeOff(RoutingContext context, String path) {
        context.request().headers().set(PREFIX_HEADER, prefix.substring(0, prefix.length() - 1));
        var query = context.request().query();
        var inside = path.substring(prefix.length() - 1);
        context.reroute(context.request().method(), query == null ? inside : inside + "?" + query);
    }

    /** The load balancer asks the instance itself, which has no prefix. */
    private static boolean isHealthCheck(String path) {
        return path.equals("/q/health/live") || path.equals("/q/health/ready");
    }
}
