package io.flotilla.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.flotilla.base.strangers.RunningRoutes;
import io.flotilla.base.strangers.RunningRoutes.Route;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import org.junit.jupiter.api.Test;

/**
 * A person without groups, an owner, an admin and a superuser at every route that the running portal has, asked of itself: a
 * new one is tried without anybody thinking of it. {@link StrangerTest} tries strangers.
 */
@QuarkusTest
@TestProfile(Office.class)
class EveryRouteTest {
    private static final String ADA = "ada@example.com;Ada Admin;admin";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** What the administration has for owners; everything else of it is the admins'. */
    private static final List<String> FOR_OWNERS = List.of("/admin/?", "/admin/apps(/.*)?", "/admin/groups(/.*)?",
            "/admin/why");

    @Test
    void whoIsInNoGroupReadsNothingOfTheAdministration() {
        all(administration(), PersonHeader.SAM, Set.of(403));
    }

    @Test
    void ownersReadOfTheAdministrationOnlyWhatIsForThem() {
        all(administration().filter(route -> FOR_OWNERS.stream().noneMatch(route.path()::matches)),
                PersonHeader.OLIVIA, Set.of(403));
        all(administration().filter(route -> FOR_OWNERS.stream().anyMatch(route.path()::matches)),
                PersonHeader.OLIVIA, Set.of(200, 303, 404));
    }

    @Test
    void adminsAndSuperusersReadAllOfIt() {
        for (var person : List.of(ADA, PersonHeader.UMA)) {
            all(administration(), person, Set.of(200, 303, 404));
        }
    }

    @Test
    void nobodyWritesAnythingWithoutTheTokenOfAFormOrOfAProgram() {
        for (var person : List.of(PersonHeader.SAM, PersonHeader.OLIVIA, ADA, PersonHeader.UMA)) {
            all(routes().filter(route -> !READING.contains(route.method())), person, Set.of(400, 401, 403, 404, 415));
        }
    }

    @Test
    void nothingBreaksForAnybody() {
        for (var person : List.of(PersonHeader.SAM, PersonHeader.OLIVIA, ADA, PersonHeader.UMA)) {
            var broken = new TreeMap<String, Integer>();
            routes().filter(route -> !route.path().equals("/news")).forEach(route -> {
                int status = ask(route, person);
                if (status >= 500) {
                    broken.put(route.toString(), status);
                }
            });
            assertEquals(new TreeMap<>(), broken, person);
        }
    }

    private static Stream<Route> administration() {
        var routes = routes().filter(route -> READING.contains(route.method()))
                .filter(route -> route.path().matches("/(admin|api/v1)(/.*)?")).toList();
        assertTrue(routes.size() > 15, routes::toString);
        return routes.stream();
    }

    private static Stream<Route> routes() {
        return RunningRoutes.ofTheRestLayer().stream().distinct();
    }

    private static void all(Stream<Route> routes, String person, Set<Integer> expected) {
        var others = new TreeMap<String, Integer>();
        routes.forEach(route -> {
            int status = ask(route, person);
            if (!expected.contains(status)) {
                others.put(route.method() + " " + route.path(), status);
            }
        });
        assertEquals(new TreeMap<>(), others, person + " should get one of " + expected);
    }

    private static int ask(Route route, String person) {
        return RestAssured.given()
                .config(RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false)))
                .urlEncodingEnabled(false).header(PersonHeader.HEADER, person).accept("*/*")
                .request(route.method(), "/portal" + route.path()).statusCode();
    }
}
