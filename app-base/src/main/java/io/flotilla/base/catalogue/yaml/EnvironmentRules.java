package io.flotilla.base.catalogue.yaml;

import java.util.HashMap;
import java.util.List;

import io.flotilla.base.catalogue.yaml.Item.Fields;

/** What an environment needs to be complete, and what two of them may not share. */
final class EnvironmentRules {
    private static final List<String> NEEDED_ON_AWS = List.of("region", "vpc", "subnets", "domain", "certificate",
            "priorities");

    private final Fields fleet;
    private final Problems problems;

    EnvironmentRules(Fields fleet, Problems problems) {
        this.fleet = fleet;
        this.problems = problems;
    }

    void check() {
        statusesRise(fleet);
        fleet.fields("environments").ifPresent(environments -> {
            if (environments.values().isEmpty() && environments.whole()) {
                problems.add(environments.place(), "there is no environment", "write dev, prod or local");
            }
            environments.each().forEach(entry -> check(entry.getKey(), entry.getValue()));
            distinctDomains(environments);
        });
    }

    private void check(String name, Fields environment) {
        environment.text("platform").ifPresent(platform -> {
            if (name.equals("local") != platform.value().equals("local")) {
                problems.add(platform.place(), "the environment %s cannot be on %s".formatted(name, platform.value()),
                        name.equals("local")
                                ? "write local"
                                : "write aws; the environment on one machine is called local");
            } else if (platform.value().equals("aws")) {
                complete(environment);
            }
        });
        environment.text("priorities").ifPresent(this::range);
        databaseHasAPlace(environment);
        statusesRise(environment);
        certificateIsInTheRegion(environment);
        if (environment.values().get("subnets") instanceof Item.Texts subnets
                && subnets.strings().stream().distinct().count() < 2) {
            problems.add(subnets.place(), "a load balancer needs subnets in two zones", "name two subnets or more");
        }
    }

    private void statusesRise(Fields above) {
        above.fields("alerts").flatMap(alerts -> alerts.fields("endpoints")).ifPresent(all -> all.each()
                .forEach(endpoint -> AppRules.statusRises(endpoint.getValue(), problems)));
    }

    private void complete(Fields environment) {
        NEEDED_ON_AWS.stream().filter(key -> !environment.names().containsKey(key)).forEach(key -> problems
                .add(environment.place().at(key), "it is missing",
                        "platform aws needs it; docs/catalogue.md says what it is"));
        var issuer = fleet.fields("identity").flatMap(identity -> identity.string("issuer"))
                .or(() -> environment.fields("identity").flatMap(identity -> identity.string("issuer")));
        var client = fleet.fields("identity").flatMap(identity -> identity.string("client"))
                .or(() -> environment.fields("identity").flatMap(identity -> identity.string("client")));
        if (issuer.isEmpty() || client.isEmpty()) {
            var identity = fleet.fields("identity").map(Fields::whole).orElse(true);
            if (identity) {
                problems.add(environment.place().at("identity"), "nobody could sign in: there is no issuer and client",
                        "write identity: { issuer: …, client: … } for the fleet or here");
            }
        }
    }

    private void databaseHasAPlace(Fields environment) {
        if (environment.has("postgres")
                && environment.string("database").filter(place -> place.startsWith("ssm:")).isEmpty()) {
            problems.add(environment.names().get("postgres"), "nobody knows where to leave its address and password",
                    "write database: ssm:/… too, and the deployer leaves them there");
        }
        environment.fields("postgres").flatMap(postgres -> postgres.number("storage")).filter(size -> size < 20)
                .ifPresent(small -> problems.add(environment.names().get("postgres"), "storage is too small for RDS",
                        "write 20 or more"));
    }

    private void range(Item.Text range) {
        var ends = range.value().split("-");
        if (Integer.parseInt(ends[0]) > Integer.parseInt(ends[1]) || Integer.parseInt(ends[1]) > 50_000) {
            problems.add(range.place(), "`%s` is no range of listener priorities".formatted(range.value()),
                    "write the smaller number first; the highest is 50000");
        }
    }

    /** A load balancer takes certificates of its own region only (AWS Certificate Manager, regions). */
    private void certificateIsInTheRegion(Fields environment) {
        environment.text("certificate").ifPresent(certificate -> environment.string("region").ifPresent(region -> {
            var of = certificate.value().split(":")[3];
            if (!of.equals(region)) {
                problems.add(certificate.place(),
                        "the certificate is in %s, the load balancer in %s".formatted(of, region),
                        "request one in " + region);
            }
        }));
    }

    private void distinctDomains(Fields environments) {
        var seen = new HashMap<String, Item.Place>();
        for (var environment : environments.each()) {
            for (var key : List.of("domain", "console")) {
                environment.getValue().text(key).ifPresent(domain -> {
                    var first = seen.putIfAbsent(domain.value(), domain.place());
                    if (first != null) {
                        problems.add(domain.place(),
                                "%s is taken by %s (line %d)".formatted(domain.value(), first.path(), first.line()),
                                "give each its own host name");
                    }
                });
            }
        }
    }
}
