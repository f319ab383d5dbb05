package io.flotilla.base.strangers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** Every route of the program that runs in this test, as its router and its REST layer have them, not as a list says. */
public final class RunningRoutes {
    private static volatile Router router;

    private RunningRoutes() {}

    /** To be called by a bean of the test's module that observes the router, because nothing else gives it away. */
    public static void read(Router running) {
        router = running;
    }

    /** @param path with something in the place of every parameter */
    public record Route(String method, String path) {
        private static Route of(String method, String template) {
            var path = template.replaceAll("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}", "1").replaceAll(":[A-Za-z]\\w*", "1")
                    .replace("*", "1")
                    .replaceAll("/{2,}", "/");
            return new Route(method, path.startsWith("/") ? path : "/" + path);
        }
    }

    public static List<Route> ofTheRestLayer() {
        var routes = new ArrayList<Route>();
        RuntimeResourceVisitor.visitRuntimeResources("",
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String fullPath, RuntimeResource resource) {
                        // What hands over to another resource has no method of its own.
                        routes.add(Route.of(method == null ? "GET" : method, fullPath));
                    }
                });
        return routes;
    }

    /** Those with a path; the others are filters, which every request passes. */
    static List<Route> ofTheRouter() {
        var routes = new ArrayList<Route>();
        for (var route : router.getRoutes()) {
            if (route.getName() != null) {
                var methods = route.methods() == null || route.methods().isEmpty()
                        ? Set.of(HttpMethod.GET, HttpMethod.POST)
                        : route.methods();
                methods.forEach(method -> routes.add(Route.of(method.name(), path(route))));
            }
        }
        return routes;
    }

    /** A route with parameters has only the pattern that Vert.x made of its path: the parameters are groups there. */
    private static String path(io.vertx.ext.web.Route route) {
        return route.getPath() != null
                ? route.getPath()
                : route.getName().replaceAll("\\(\\?<\\w+>[^)]*\\)\\??", "1").replaceAll("\\\\([^\\w])", "$1");
    }
}
