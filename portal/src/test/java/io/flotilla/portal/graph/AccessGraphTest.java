package io.flotilla.portal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.flotilla.base.access.Person;
import org.junit.jupiter.api.Test;

class AccessGraphTest {
    private static final Person OLIVIA = person("olivia", "sales");
    private static final Person ADA = person("ada", "admin");
    private static final Person UMA = person("uma", "superuser");
    private static final Person SAM = person("sam");

    private final AccessGraph graph = AccessGraph.of(
            List.of(app("Sales", Set.of("sales"), "olivia@example.com"),
                    app("Payroll", Set.of("finance"), "paula@example.com"),
                    app("Forecast", Set.of("sales-plan", "finance"), "Olivia@Example.com"),
                    app("Closed", Set.of(), "olivia@example.com"), app("Open", Set.of("everyone"), "")),
            Map.of("warehouse", Set.of("walter@example.com")), Set.of("superuser"), Set.of("admin"));

    @Test
    void anAppWithoutRequirementsOrUnknownIsOpenToOverrideGroupsAlone() {
        assertFalse(graph.decide(SAM, "Closed").allowed());
        assertFalse(graph.decide(ADA, "Elsewhere").allowed());
        assertTrue(graph.decide(UMA, "Closed").allowed());
        assertTrue(graph.decide(SAM, "Open").allowed());
        assertEquals(List.of("Open", "Sales"), graph.openTo(OLIVIA).stream().map(AppEdges::app).toList());
    }

    @Test
    void aGroupIsOwnedByThoseWhoOwnEveryAppThatDemandsIt() {
        assertEquals(Set.of("olivia@example.com"), graph.ownersOf("sales"));
        assertEquals(Set.of(), graph.ownersOf("finance"));
        assertEquals(Set.of("walter@example.com"), graph.ownersOf("warehouse"));
    }

    @Test
    void nobodyOwnsOverrideGroupsAdminsOrEveryone() {
        var owned = AccessGraph.of(List.of(app("Own", Set.of("superuser", "admin", "everyone"), "olivia@example.com")),
                Map.of("superuser", Set.of("olivia@example.com")), Set.of("superuser"), Set.of("admin"));

        for (var group : List.of("superuser", "admin", "everyone")) {
            assertEquals(Set.of(), owned.ownersOf(group), group);
        }
    }

    @Test
    void ownersEditTheirOwnAppsWithGroupsTheyOwn() {
        assertEquals(Optional.empty(), refusal(OLIVIA, requires("Sales", Set.of("sales"), Set.of())));
        assertEquals(Optional.empty(), refusal(OLIVIA, requires("Closed", Set.of(), Set.of("sales"))));
        assertTrue(refusal(OLIVIA, requires("Forecast", Set.of("sales-plan", "finance"), Set.of("sales-plan")))
                .isPresent());
        assertTrue(refusal(OLIVIA, requires("Sales", Set.of("sales"), Set.of("everyone"))).isPresent());
        assertTrue(refusal(OLIVIA, requires("Payroll", Set.of("finance"), Set.of("sales"))).isPresent());
        assertTrue(refusal(SAM, requires("Sales", Set.of("sales"), Set.of())).isPresent());
    }

    @Test
    void ownersSayWhoIsInTheirGroupsAndNobodyElseButAdmins() {
        assertEquals(Optional.empty(), refusal(OLIVIA, new Change.Join("sam", "sales")));
        assertTrue(refusal(OLIVIA, new Change.Join("sam", "finance")).isPresent());
        assertTrue(refusal(SAM, new Change.Join("sam", "sales")).isPresent());
        assertEquals(Optional.empty(), refusal(ADA, new Change.Leave("sam", "finance")));
    }

    @Test
    void onlySuperusersTouchOverrideGroupsAndAdmins() {
        for (var group : List.of("superuser", "admin")) {
            assertTrue(refusal(ADA, new Change.Join("sam", group)).isPresent());
            assertTrue(refusal(ADA, new Change.GroupOwners(group, new TreeSet<>(), new TreeSet<>())).isPresent());
            assertEquals(Optional.empty(), refusal(UMA, new Change.Join("sam", group)));
        }
        assertTrue(refusal(ADA, requires("Sales", Set.of("sales"), Set.of("superuser"))).isPresent());
        assertEquals(Optional.empty(), refusal(ADA, requires("Sales", Set.of("sales"), Set.of("everyone"))));
    }

    @Test
    void somebodyWithoutAnAddressOwnsNothingThatNobodyOwns() {
        var nameless = new Person("x", "X", "", Set.of());

        assertTrue(new Rights(graph, nameless).refusal(requires("Open", Set.of("everyone"), Set.of())).isPresent());
        assertFalse(new Rights(graph, nameless).administers());
    }

    private Optional<String> refusal(Person actor, Change change) {
        return new Rights(graph, actor).refusal(change);
    }

    private static Change requires(String app, Set<String> before, Set<String> after) {
        return new Change.Requirements(app, new TreeSet<>(before), new TreeSet<>(after));
    }

    private static AppEdges app(String name, Set<String> requires, String owner) {
        return new AppEdges(name, name, new TreeSet<>(requires), false,
                new TreeSet<>(owner.isEmpty() ? Set.of() : Set.of(owner)), false);
    }

    private static Person person(String id, String... groups) {
        return new Person(id, id, id + "@example.com", Set.of(groups));
    }
}
