package io.flotilla.base.strangers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.flotilla.base.strangers.RunningRoutes.Route;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * What somebody who is not signed in can reach of a program, asked of the running program itself. Each program has a test
 * that extends this; a route that is new is tried without anybody thinking of it.
 */
public abstract class StrangerContract {
    /** Liveness and readiness for the load balancer and the monitor, what pages load, and where a sign-out ends. */
    private static final List<String> OPEN = List.of("/q/health/live", "/q/health/ready", "/assets/.*", "/_static/.*",
            "/favicon.ico", "/signed-out");

    /** Patterns of paths that carry a token in their URL; a stranger's guess of one is told that there is no such page. */
    protected List<String> carryAToken() {
        return List.of();
    }

    /** Patterns of paths that programs call with a token of their own, and that may look at the kind of body first. */
    protected List<String> askForAProgramsToken() {
        return List.of();
    }

    @Test
    void aStrangerReachesNothing() {
        var reached = new TreeMap<String, Integer>();
        routes().filter(route -> !matches(OPEN, route)).forEach(route -> {
            int status = ask(route);
            if (!(status == 401 || status == 404 && matches(carryAToken(), route)
                    || status == 415 && matches(askForAProgramsToken(), route))) {
                reached.put(route.method() + " " + route.path(), status);
            }
        });
        assertEquals(new TreeMap<>(), reached,
                "each of these must ask for sign-in, or be one of the few that are open");
    }

    @Test
    void whatMustBeOpenIs() {
        for (var path : List.of("/q/health/live", "/signed-out")) {
            assertEquals(200, ask(new Route("GET", path)), path);
        }
    }

    @Test
    void theRoutesAreThoseOfTheRunningProgram() {
        var rest = RunningRoutes.ofTheRestLayer();
        assertTrue(rest.contains(new Route("GET", "/signed-out")) && rest.contains(new Route("POST", "/sign-out")),
                rest::toString);
        assertTrue(RunningRoutes.ofTheRouter().contains(new Route("GET", "/assets/1/1")),
                RunningRoutes.ofTheRouter()::toString);
        assertFalse(rest.stream().allMatch(route -> matches(OPEN, route)), rest::toString);
    }

    private static Stream<Route> routes() {
        return Stream.concat(RunningRoutes.ofTheRestLayer().stream(), RunningRoutes.ofTheRouter().stream()).distinct();
    }

    private static boolean matches(List<String> patterns, Route route) {
        return patterns.stream().anyMatch(route.path()::matches);
    }

    private static int ask(Route route) {
        var prefix = ConfigProvider.getConfig().getOptionalValue("flotilla.url-path", String.class).orElse("/");
        return RestAssured.given()
                .config(RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false)))
                .urlEncodingEnabled(false).request(route.method(), prefix + route.path().substring(1)).statusCode();
    }
}
