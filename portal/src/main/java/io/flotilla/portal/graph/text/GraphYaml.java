package io.flotilla.portal.graph.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.flotilla.base.access.Person;
import io.flotilla.portal.graph.Change;
import io.flotilla.portal.graph.Situation;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The whole graph as a file that people edit, and what would have to change for the graph to become what such a file says.
 * What a file leaves out stays as it is.
 *
 * <pre>
 * apps:
 *   Sales: { requires: [sales], owners: [olivia@example.com] }
 * groups:
 *   sales: { owners: [olivia@example.com], members: [ana@example.com] }
 * </pre>
 */
public final class GraphYaml {
    private static final String FORM = "write apps: { Sales: { requires: [sales], owners: [olivia@example.com] } } and "
            + "groups: { sales: { owners: [olivia@example.com], members: [ana@example.com] } }";

    private GraphYaml() {}

    /** @param groups all groups of the directory, also those that nobody is in */
    public static String write(Situation situation, Collection<String> groups) {
        var graph = situation.graph();
        var apps = new LinkedHashMap<String, Object>();
        graph.apps().forEach((name, app) -> apps.put(name,
                fields("requires", app.requires(), "owners", app.owners())));
        var members = members(situation.people());
        var all = new TreeSet<>(groups);
        all.addAll(graph.groupOwners().keySet());
        all.addAll(members.keySet());
        var byName = new LinkedHashMap<String, Object>();
        for (var group : all) {
            var owners = graph.groupOwners().get(group);
            byName.put(group,
                    fields("owners", owners, "members", members.getOrDefault(group, new TreeSet<>())));
        }
        return new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.AUTO).setWidth(120).build())
                .dumpToString(Map.of("apps", apps))
                + new Dump(
                        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.AUTO).setWidth(120).build())
                        .dumpToString(Map.of("groups", byName));
    }

    /**
     * What makes the situation become what the file says.
     *
     * @param known all groups of the directory
     * @throws IllegalArgumentException says what is wrong in the file
     */
    public static List<Change> changes(String yaml, Situation now, Collection<String> known) {
        var root = map(load(yaml), "the file");
        var groups = map(root.get("groups"), "groups");
        var changes = new ArrayList<Change>();
        groups.keySet().stream().filter(group -> !known.contains(group)).filter(group -> !now.graph().guarded(group))
                .forEach(group -> changes.add(new Change.NewGroup(group, "")));
        map(root.get("apps"), "apps").forEach((app, fields) -> ofApp(app, map(fields, "apps." + app), now, changes));
        groups.forEach((group, fields) -> ofGroup(group, map(fields, "groups." + group), now, changes));
        return List.copyOf(changes);
    }

    private static void ofApp(String app, Map<String, Object> fields, Situation now, List<Change> changes) {
        var edges = now.graph().app(app).orElseThrow(
                () -> new IllegalArgumentException("apps.%s: there is no such app in this environment".formatted(app)));
        if (fields.containsKey("requires")) {
            var after = list(fields.get("requires"), "apps." + app + ".requires");
            if (!after.equals(edges.requires())) {
                changes.add(new Change.Requirements(app, edges.requires(), after));
            }
        }
        if (fields.containsKey("owners")) {
            var change = new Change.Owners(app, edges.owners(), list(fields.get("owners"), "apps." + app + ".owners"));
            if (!change.before().equals(change.after())) {
                changes.add(change);
            }
        }
    }

    private static void ofGroup(String group, Map<String, Object> fields, Situation now, List<Change> changes) {
        if (fields.containsKey("owners")) {
            var change = new Change.GroupOwners(group, now.graph().ownersOf(group),
                    list(fields.get("owners"), "groups." + group + ".owners"));
            if (!change.before().equals(change.after())) {
                changes.add(change);
            }
        }
        if (fields.containsKey("members")) {
            var wanted = list(fields.get("members"), "groups." + group + ".members");
            var byName = new TreeMap<String, Person>();
            now.people().forEach(person -> byName.putIfAbsent(called(person), person));
            for (var name : wanted) {
                var person = byName.get(name.toLowerCase(Locale.ROOT));
                if (person == null) {
                    throw new IllegalArgumentException(
                            "groups.%s.members: the directory knows nobody called %s".formatted(group, name));
                }
                if (!person.groups().contains(group)) {
                    changes.add(new Change.Join(person.id(), group));
                }
            }
            now.people().stream().filter(person -> person.groups().contains(group))
                    .filter(person -> wanted.stream().noneMatch(called(person)::equalsIgnoreCase))
                    .forEach(person -> changes.add(new Change.Leave(person.id(), group)));
        }
    }

    private static Object load(String yaml) {
        try {
            return new Load(LoadSettings.builder().setLabel("the file").setMaxAliasesForCollections(0).build())
                    .loadFromString(yaml == null ? "" : yaml);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("That is not YAML: " + e.getMessage());
        }
    }

    private static Map<String, Object> map(Object value, String where) {
        var map = new LinkedHashMap<String, Object>();
        if (value != null && !(value instanceof Map)) {
            throw new IllegalArgumentException(where + ": " + FORM);
        }
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        }
        return map;
    }

    private static SortedSet<String> list(Object value, String where) {
        var set = new TreeSet<String>();
        if (value instanceof List<?> items && items.stream().allMatch(String.class::isInstance)) {
            items.forEach(item -> set.add(((String) item).strip()));
            return set;
        }
        throw new IllegalArgumentException(where + ": " + FORM);
    }

    private static Map<String, SortedSet<String>> members(List<Person> people) {
        var members = new TreeMap<String, SortedSet<String>>();
        people.forEach(person -> person.groups().forEach(
                group -> members.computeIfAbsent(group, name -> new TreeSet<>()).add(called(person))));
        return members;
    }

    /** Files name people by their addresses, and those who have none by their ids. */
    private static String called(Person person) {
        return (person.email().isEmpty() ? person.id() : person.email()).toLowerCase(Locale.ROOT);
    }

    /** Lists of their own, because one that stands in two places would be written as an alias. */
    private static Map<String, Object> fields(String first, Collection<String> some, String second,
            Collection<String> more) {
        var fields = new LinkedHashMap<String, Object>();
        if (some != null) {
            fields.put(first, new ArrayList<>(some));
        }
        fields.put(second, new ArrayList<>(more));
        return fields;
    }
}
