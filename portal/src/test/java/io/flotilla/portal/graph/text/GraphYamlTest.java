package io.flotilla.portal.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.flotilla.base.access.Person;
import io.flotilla.portal.graph.AccessGraph;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Change;
import io.flotilla.portal.graph.Situation;
import org.junit.jupiter.api.Test;

class GraphYamlTest {
    private static final Set<String> GROUPS = Set.of("sales", "no: [group]", "superuser");
    private static final Situation NOW = new Situation(AccessGraph.of(
            List.of(app("Sales", Set.of("sales"), Set.of("olivia@example.com")), app("Closed", Set.of(), Set.of())),
            Map.of("sales", Set.of("olivia@example.com")), Set.of("superuser"), Set.of("admin")),
            List.of(new Person("1", "Ana", "ana@example.com", Set.of("sales")), new Person("2", "Bo", "", Set.of())));

    @Test
    void whatIsWrittenChangesNothingWhenItIsTakenIn() {
        var yaml = GraphYaml.write(NOW, GROUPS);

        assertEquals(List.of(), GraphYaml.changes(yaml, NOW, GROUPS), yaml);
    }

    @Test
    void whatIsChangedInTheFileIsWhatWouldChange() {
        var yaml = """
                apps: { Closed: { requires: [sales, new] } }
                groups:
                  new: { members: ["2"] }
                  sales: { members: [] }
                """;

        var changes = GraphYaml.changes(yaml, NOW, GROUPS);

        assertEquals(Set.of(new Change.NewGroup("new", ""), new Change.Join("2", "new"), new Change.Leave("1", "sales"),
                new Change.Requirements("Closed", new TreeSet<>(), new TreeSet<>(Set.of("new", "sales")))),
                Set.copyOf(changes));
        var after = NOW.after(changes);
        assertEquals(List.of(), after.graph().openTo(after.people().get(0)));
    }

    @Test
    void aFileThatMakesNoSenseIsRefusedInASentence() {
        for (var yaml : List.of("apps: [", "apps: 7", "apps: { Nowhere: {} }",
                "groups: { sales: { members: [nobody] } }",
                "apps: { Sales: { requires: sales } }", "- 1")) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> GraphYaml.changes(yaml, NOW, GROUPS),
                    yaml);
            assertTrue(refusal.getMessage().length() > 10, refusal.getMessage());
        }
        assertEquals(List.of(), GraphYaml.changes("", NOW, GROUPS));
    }

    @Test
    void changesComeBackFromJsonAsTheyWere() {
        List<Change> all = List.of(
                new Change.Requirements("A", new TreeSet<>(Set.of("x")), new TreeSet<>(Set.of("\"<&", "y"))),
                new Change.Owners("A", new TreeSet<>(), new TreeSet<>(Set.of("a@example.com"))),
                new Change.GroupOwners("g", new TreeSet<>(Set.of("a@example.com")), new TreeSet<>()),
                new Change.NewGroup("g", "d"), new Change.Join("p", "g"), new Change.Leave("p", "g"));

        assertEquals(all, ChangeJson.read(ChangeJson.write(all)));
        for (var wrong : List.of("", "{}", "[{}]", "[{\"do\":\"join\",\"person\":1,\"group\":\"g\"}]",
                "[{\"do\":\"requirements\",\"app\":\"A\",\"before\":[],\"after\":[null]}]")) {
            assertThrows(IllegalArgumentException.class, () -> ChangeJson.read(wrong), wrong);
        }
    }

    private static AppEdges app(String name, Set<String> requires, Set<String> owners) {
        return new AppEdges(name, name, new TreeSet<>(requires), false, new TreeSet<>(owners), false);
    }
}
