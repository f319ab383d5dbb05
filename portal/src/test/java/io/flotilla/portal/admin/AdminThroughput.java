package io.flotilla.portal.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import io.flotilla.base.store.Store;
import io.flotilla.portal.LargeFleet;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.Session;
import io.flotilla.portal.Stopwatch;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/**
 * Prints how long the administration's pages take with 500 apps and 5,000 people; see docs/benchmarks.md. Its name keeps it
 * out of the build: {@code ./mvnw test -pl portal -Dtest=AdminThroughput -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@QuarkusTest
@TestProfile(LargeFleet.class)
class AdminThroughput {
    private static final int PEOPLE = 5_000;
    private static final int GROUPS_EACH = 4;

    @Inject
    Store store;

    @Test
    void print() {
        fill();
        for (var path : List.of("/admin/graph", "/admin/graph?page=3", "/admin/graph?q=group7", "/admin/apps",
                "/admin/apps/App1", "/admin/groups", "/admin/groups/group1", "/admin/people",
                "/admin/people/p7@example.com", "/admin/why?person=p7@example.com&app=App1", "/admin/audit")) {
            Stopwatch.print(path, () -> Stopwatch.page(path, PersonHeader.UMA));
        }
        var uma = new Session(PersonHeader.UMA);
        Stopwatch.print("who gains by one more group", () -> preview(uma, Map.of("before", "group1", "add", "group2")));
        Stopwatch.print("who gains by opening to everyone", () -> preview(uma,
                Map.of("before", "group1", "everyone", "everyone")));
    }

    private static String preview(Session session, Map<String, String> form) {
        return session.post("/admin/apps/App1/requirements", form).then().statusCode(200).extract().asString();
    }

    private void fill() {
        store.write(handle -> {
            for (int i = 0; i < LargeFleet.GROUPS; i++) {
                handle.execute("INSERT INTO access_group (name, description) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        "group" + i, "What number " + i + " is for.");
            }
            var people = handle.prepareBatch("INSERT INTO person (id, name, email, words) VALUES (?, ?, ?, ?)");
            var memberships = handle.prepareBatch("INSERT INTO membership (person, access_group) VALUES (?, ?)");
            for (int i = 0; i < PEOPLE; i++) {
                var email = "p" + i + "@example.com";
                people.add(email, "Person " + i, email, "person " + i + " " + email);
                for (int j = 0; j < GROUPS_EACH; j++) {
                    memberships.add(email, "group" + (i + j * 7) % LargeFleet.GROUPS);
                }
            }
            people.execute();
            memberships.execute();
            return Set.of();
        });
    }
}
