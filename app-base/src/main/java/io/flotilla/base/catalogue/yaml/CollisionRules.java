package io.flotilla.base.catalogue.yaml;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.flotilla.base.catalogue.yaml.Item.Fields;

/** What no two apps may share: a name, a role, a place in the URL space, a listener priority. */
final class CollisionRules {
    /** {@code /q/} answers liveness without a prefix; {@code /identity/} is the local platform's sign-in. */
    private static final List<String> RESERVED = List.of("/q/", "/identity/");
    private static final int OFFERED = 3;

    private final Fields fleet;
    private final Problems problems;

    CollisionRules(Fields fleet, Problems problems) {
        this.fleet = fleet;
        this.problems = problems;
    }

    void check() {
        fleet.fields("apps").ifPresent(apps -> {
            namesDifferByMoreThanCase(apps);
            endpointsAreNotApps(fleet, apps);
            fleet.fields("environments").ifPresent(all -> all.each()
                    .forEach(environment -> endpointsAreNotApps(environment.getValue(), apps)));
            rolesAreTakenOnce(apps);
            pathsAreDisjoint(apps);
            List.of("dev", "prod", "local").forEach(environment -> prioritiesAreDistinct(apps, environment));
        });
    }

    private void namesDifferByMoreThanCase(Fields apps) {
        var seen = new HashMap<String, Item.Place>();
        apps.names().values().stream().sorted(Comparator.comparingInt(Item.Place::line)).forEach(place -> {
            var first = seen.putIfAbsent(place.path().toLowerCase(Locale.ROOT), place);
            if (first != null) {
                problems.add(place, "the name differs from that in line %d only by case".formatted(first.line()),
                        "rename one of them");
            }
        });
    }

    /** @param above what has the alerts: the fleet, or an environment */
    private void endpointsAreNotApps(Fields above, Fields apps) {
        above.fields("alerts").flatMap(alerts -> alerts.fields("endpoints")).map(Fields::names).orElse(Map.of())
                .forEach((name, place) -> {
                    if (apps.names().containsKey(name)) {
                        problems.add(place, "an app is called so too (line %d)".formatted(
                                apps.names().get(name).line()),
                                "the monitor watches every app already; rename this one");
                    }
                });
    }

    private void rolesAreTakenOnce(Fields apps) {
        var seen = new HashMap<String, Item.Place>();
        apps.each().forEach(app -> app.getValue().text("role").ifPresent(role -> {
            var first = seen.putIfAbsent(role.value(), role.place());
            if (first != null) {
                problems.add(role.place(),
                        "the role %s is taken by %s (line %d)".formatted(role.value(), owner(first), first.line()),
                        "a fleet has one");
            }
        }));
    }

    /** A tree of path segments would be more, and say no more: each path meets the nearest one that begins it. */
    private void pathsAreDisjoint(Fields apps) {
        var seen = new TreeMap<String, Item.Place>();
        for (var app : apps.each()) {
            app.getValue().text("url_path").ifPresent(path -> {
                RESERVED.stream().filter(reserved -> path.value().startsWith(reserved)).forEach(reserved -> problems
                        .add(path.place(), "%s is Flotilla's own".formatted(reserved), "choose another path"));
                var other = overlapping(seen, path.value());
                if (other != null) {
                    problems.add(path.place(),
                            "%s overlaps with %s of %s (line %d)".formatted(path.value(), other.getKey(),
                                    owner(other.getValue()), other.getValue().line()),
                            "choose a path that neither begins the other");
                }
                seen.putIfAbsent(path.value(), path.place());
            });
        }
    }

    private static Map.Entry<String, Item.Place> overlapping(TreeMap<String, Item.Place> seen, String path) {
        var longer = seen.ceilingEntry(path);
        if (longer != null && longer.getKey().startsWith(path)) {
            return longer;
        }
        for (var end = path.lastIndexOf('/', path.length() - 2); end > 0; end = path.lastIndexOf('/', end - 1)) {
            var shorter = path.substring(0, end + 1);
            if (seen.containsKey(shorter)) {
                return Map.entry(shorter, seen.get(shorter));
            }
        }
        return null;
    }

    private void prioritiesAreDistinct(Fields apps, String environment) {
        var taken = new TreeMap<Integer, Item.Place>();
        var range = fleet.fields("environments").flatMap(all -> all.fields(environment))
                .flatMap(e -> e.string("priorities"))
                .map(text -> text.split("-"))
                .map(ends -> new int[]{Integer.parseInt(ends[0]), Integer.parseInt(ends[1])});
        var all = new TreeSet<Integer>();
        apps.each().forEach(app -> app.getValue().fields(environment).flatMap(berth -> berth.number("priority"))
                .ifPresent(all::add));
        var free = range.map(ends -> free(ends, all)).orElse("any other number");
        for (var app : apps.each()) {
            app.getValue().fields(environment).flatMap(berth -> berth.text("priority")).ifPresent(priority -> {
                var number = Integer.parseInt(priority.value());
                range.filter(ends -> number < ends[0] || number > ends[1])
                        .ifPresent(ends -> problems.add(priority.place(),
                                "%d is outside %d-%d".formatted(number, ends[0], ends[1]), free));
                var first = taken.putIfAbsent(number, priority.place());
                if (first != null) {
                    problems.add(priority.place(),
                            "%d is taken by %s (line %d)".formatted(number, owner(first), first.line()), free);
                }
            });
        }
    }

    private static String free(int[] ends, TreeSet<Integer> taken) {
        var free = IntStream.rangeClosed(ends[0], ends[1]).filter(number -> !taken.contains(number)).limit(OFFERED)
                .mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return free.isEmpty() ? "none is free in %d-%d: widen the range".formatted(ends[0], ends[1]) : "free: " + free;
    }

    private static String owner(Item.Place place) {
        var parts = place.path().split("\\.");
        return parts.length > 1 ? parts[1] : place.path();
    }
}
