package io.flotilla.base.catalogue.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.flotilla.base.catalogue.Alerts;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.Environment;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.yaml.Item.Fields;

/** A faultless file as the records that programs use, with every default put in. */
final class Binding {
    private static final Fields NOTHING = new Fields(new Item.Place(0, 0, ""), Map.of(), Map.of(), true);

    private final Fields fleet;
    private final Map<String, String> variables;

    /** @param variables those that stand in the file, and what they stood for */
    Binding(Fields fleet, Map<String, String> variables) {
        this.fleet = fleet;
        this.variables = variables;
    }

    Catalogue catalogue() {
        var environments = new LinkedHashMap<EnvironmentName, Environment>();
        fleet.fields("environments").orElseThrow().each().forEach(entry -> {
            var name = EnvironmentName.named(entry.getKey()).orElseThrow();
            environments.put(name, environment(name, entry.getValue()));
        });
        var apps = new LinkedHashMap<String, App>();
        fleet.fields("apps").orElseThrow().each()
                .forEach(entry -> apps.put(entry.getKey(),
                        new AppBinding(fleet, entry.getKey(), entry.getValue()).app()));
        return new Catalogue(fleet.string("fleet").orElseThrow(), fleet.string("account"),
                fleet.fields("git").map(Binding::git),
                Collections.unmodifiableMap(environments), Collections.unmodifiableMap(apps), variables);
    }

    private static Catalogue.Git git(Fields git) {
        return new Catalogue.Git(git.string("host").orElseThrow(), git.string("org").orElseThrow(),
                git.string("token"));
    }

    private Environment environment(EnvironmentName name, Fields environment) {
        var platform = Environment.Platform
                .valueOf(environment.string("platform").orElseThrow().toUpperCase(Locale.ROOT));
        var port = environment.number("port").orElse(8080);
        return new Environment(name, platform, environment.string("region"), environment.string("vpc"),
                environment.strings("subnets"), environment.string("domain"), environment.string("certificate"),
                environment.string("console"), environment.string("noticeboard"), environment.string("database"),
                environment.string("home").orElse("/home/ubuntu"),
                environment.string("priorities").map(Binding::priorities),
                port, environment.string("people"), identity(platform, port, environment),
                alerts(platform, environment), extras(environment));
    }

    private static Environment.Extras extras(Fields environment) {
        return new Environment.Extras(environment.string("access_logs"), environment.string("cloudformation_role"),
                environment.fields("postgres").map(postgres -> new Environment.Postgres(
                        postgres.string("instance").orElse("db.t4g.micro"), postgres.number("storage").orElse(20),
                        postgres.number("backups").orElse(14))));
    }

    private static Environment.Priorities priorities(String range) {
        var ends = range.split("-");
        return new Environment.Priorities(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    private Catalogue.Identity identity(Environment.Platform platform, int port, Fields environment) {
        var own = environment.fields("identity").orElse(NOTHING);
        var shared = fleet.fields("identity").orElse(NOTHING);
        var local = platform == Environment.Platform.LOCAL;
        // On one machine the fleet's Cognito pool would send people back to a host that is not there.
        var issuer = own.string("issuer").or(
                () -> local ? Optional.of("http://localhost:%d/identity".formatted(port)) : shared.string("issuer"));
        var client = own.string("client").or(() -> local ? Optional.of("flotilla") : shared.string("client"));
        var overrides = own.has("overrides") ? own : shared;
        return new Catalogue.Identity(issuer.orElseThrow(), client.orElseThrow(),
                overrides.has("overrides")
                        ? new LinkedHashSet<>(overrides.strings("overrides"))
                        : Set.of("superuser", "dev"));
    }

    private Alerts alerts(Environment.Platform platform, Fields environment) {
        var both = List.of(environment.fields("alerts").orElse(NOTHING), fleet.fields("alerts").orElse(NOTHING));
        var local = platform == Environment.Platform.LOCAL;
        var anchors = both.stream().filter(alerts -> alerts.has("anchors")).findFirst()
                .map(alerts -> alerts.strings("anchors"));
        return new Alerts(
                first(both, "from").or(() -> local ? Optional.of("flotilla@localhost") : Optional.empty()),
                local ? both.get(0).string("smtp") : first(both, "smtp"),
                HealthBinding.duration(first(both, "every").orElse("60s")),
                HealthBinding.duration(first(both, "timeout").orElse("10s")),
                Integer.parseInt(first(both, "down_after").orElse("3")),
                Integer.parseInt(first(both, "up_after").orElse("2")),
                HealthBinding.duration(first(both, "remind_every").orElse("4h")),
                local ? both.get(0).strings("anchors") : anchors.orElse(List.of()),
                local ? both.get(0).string("ping") : first(both, "ping"), endpoints(local, both));
    }

    /** On one machine, nobody's demo should knock at the world's doors. */
    private static List<Alerts.Endpoint> endpoints(boolean local, List<Fields> both) {
        return both.stream().limit(local ? 1 : 2).filter(alerts -> alerts.has("endpoints")).findFirst()
                .map(HealthBinding::endpoints).orElse(List.of());
    }

    private static Optional<String> first(List<Fields> places, String key) {
        return places.stream().flatMap(fields -> fields.string(key).stream()).findFirst();
    }
}
