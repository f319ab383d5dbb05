package io.flotilla.portal.home;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.flotilla.base.access.Person;
import io.flotilla.base.store.Store;
import io.flotilla.portal.LargeFleet;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.Stopwatch;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.home.announce.Announcements;
import io.flotilla.portal.request.Queue;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/**
 * Prints how long the home page of a fleet with 500 apps takes, whole and in its parts, for a superuser and for somebody in
 * forty groups, to both of whom all apps are open; see docs/benchmarks.md. Its name keeps it out of the build:
 * {@code ./mvnw test -pl portal -Dtest=HomeThroughput -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@QuarkusTest
@TestProfile(LargeFleet.class)
class HomeThroughput {
    private static final String PAT = "pat@example.com;Pat Piper;"
            + IntStream.range(0, 40).mapToObj(i -> "group" + i).collect(Collectors.joining(","));

    @Inject
    Access access;
    @Inject
    Tiles tiles;
    @Inject
    Queue queue;
    @Inject
    Announcements announcements;
    @Inject
    Store store;

    @Test
    void print() {
        for (var who : new String[]{PersonHeader.UMA, PAT}) {
            var page = Stopwatch.page("/?home", who);
            assertTrue(page.contains("tile-App499"), "the page has every tile");
            Stopwatch.print("home as " + who.split(";")[1], () -> Stopwatch.page("/?home", who));
            Stopwatch.print("a page of the same portal with next to nothing on it",
                    () -> Stopwatch.page("/apps/App1/request", who));
            var person = new Person(who.split(";")[0], "", who.split(";")[0], Set.of());
            Stopwatch.print("  rights", () -> access.rights(person));
            var rights = access.rights(person);
            Stopwatch.print("  tiles", () -> tiles.of(rights));
            Stopwatch.print("  requests that wait", () -> queue.waitingFor(rights));
            Stopwatch.print("  announcements", () -> store.read(handle -> announcements.at(handle, Instant.now())));
        }
    }
}
