package io.flotilla.base.catalogue.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.base.catalogue.Settings;
import io.flotilla.base.catalogue.yaml.Item.Fields;

/** What an app needs to be complete by itself. */
final class AppRules {
    private static final List<String> ENVIRONMENTS = List.of("dev", "prod", "local");
    private static final Set<String> FROM_GIT = Set.of("python");

    private final Fields fleet;
    private final Problems problems;

    AppRules(Fields fleet, Problems problems) {
        this.fleet = fleet;
        this.problems = problems;
    }

    void check() {
        fleet.fields("apps").ifPresent(apps -> apps.each().forEach(entry -> check(entry.getValue())));
    }

    private void check(Fields app) {
        app.string("runtime").ifPresent(runtime -> hasWhatItRuns(app, runtime));
        healthIsItsOwn(app);
        variablesAreFree(app);
        if (app.string("prod_ready").equals(Optional.of("true")) && !app.names().containsKey("prod")) {
            problems.add(app.text("prod_ready").orElseThrow().place(), "it is ready for prod but has no berth there",
                    "write prod: { branch: …, ami: …, priority: … }, or prod_ready: false");
        }
        ENVIRONMENTS.forEach(name -> app.fields(name).ifPresent(berth -> berth(app, name, berth)));
    }

    private void hasWhatItRuns(Fields app, String runtime) {
        var needed = switch (runtime) {
            case "python" -> "repo";
            case "custom" -> "user_data";
            default -> "artifact";
        };
        if (!app.names().containsKey(needed)) {
            problems.add(app.place().at(needed), "it is missing", "runtime %s needs it".formatted(runtime));
        }
        if (runtime.equals("python") && app.has("repo") && !fleet.names().containsKey("git")) {
            problems.add(app.text("repo").orElseThrow().place(), "nobody knows where this repository lives",
                    "write git: { host: …, org: … } for the fleet");
        }
    }

    private void healthIsItsOwn(Fields app) {
        app.fields("health").flatMap(health -> health.text("path"))
                .ifPresent(path -> app.string("url_path").ifPresent(prefix -> {
                    if (!path.value().startsWith(prefix)) {
                        problems.add(path.place(),
                                "`%s` is not under the app's url_path".formatted(Excerpt.of(path.value())),
                                "write a path that begins with " + prefix);
                    }
                }));
        app.fields("health").ifPresent(health -> statusRises(health, problems));
    }

    static void statusRises(Fields health, Problems problems) {
        health.text("status").ifPresent(status -> {
            var ends = status.value().split("-");
            if (ends[0].compareTo(ends[ends.length - 1]) > 0) {
                problems.add(status.place(), "`%s` is no range".formatted(status.value()),
                        "write the smaller status first");
            }
        });
    }

    private void variablesAreFree(Fields app) {
        app.fields("variables").ifPresent(variables -> variables.names().forEach((name, place) -> {
            if (Settings.isReserved(name)) {
                problems.add(place, "Flotilla sets this variable itself", "remove it, or choose another name");
            }
        }));
    }

    private void berth(Fields app, String name, Fields berth) {
        var environment = fleet.fields("environments").flatMap(environments -> environments.fields(name));
        if (environment.isEmpty()) {
            var known = fleet.fields("environments").map(e -> e.names().containsKey(name)).orElse(true);
            if (!known) {
                problems.add(berth.place(), "there is no environment %s".formatted(name),
                        "describe it under environments, or remove this berth");
            }
            return;
        }
        if (environment.get().string("platform").equals(Optional.of("aws"))) {
            need(berth, "priority", "a listener rule needs one");
            for (var key : List.of("instance", "ami")) {
                var standard = environment.get().fields("app").map(defaults -> defaults.names().containsKey(key))
                        .orElse(false);
                if (!standard) {
                    need(berth, key, "or give the environment a default: app: { %s: … }".formatted(key));
                }
            }
            if (app.string("runtime").filter(FROM_GIT::contains).isPresent()) {
                need(berth, "branch", "an instance must know which branch it runs");
            }
        }
    }

    private void need(Fields berth, String key, String fix) {
        if (!berth.names().containsKey(key)) {
            problems.add(berth.place().at(key), "it is missing", fix);
        }
    }
}
