package io.flotilla.monitor.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.monitor.fleet.Watched.Kind;
import io.flotilla.monitor.probe.Check.Redirects;
import io.flotilla.monitor.probe.Expectation;
import org.junit.jupiter.api.Test;

class WatchedFleetTest {
    private static final String FLEET = """
            fleet: davinci-labs
            identity: { issuer: https://sign-in.example.com/pool, client: c }
            alerts: { from: fleet@example.com, every: 60s, timeout: 10s, down_after: 3, up_after: 2, remind_every: 4h,
                      endpoints: { Site: { url: https://example.com/, title: Our site, email_to: web@example.com, every: 5m } } }
            environments:
              prod: { platform: aws, region: us-east-1, vpc: vpc-0a1b2c3d, subnets: [subnet-0a1b2c3d, subnet-1a1b2c3d],
                      domain: labs.example.com, certificate: "arn:aws:acm:us-east-1:123456789012:certificate/x",
                      priorities: 301-399, app: { instance: t4g.nano, ami: ami-0123456789abcdef0 } }
              local: { platform: local, port: 8080 }
            apps:
              Sales:
                runtime: custom
                user_data: sales.sh
                url_path: /sales/
                email_to: [lead@example.com, olivia@example.com]
                health: { path: /sales/api, status: 200, text: ready, header: ETag, latency: 800ms, every: 20s, timeout: 3s }
                prod_ready: true
                prod: { priority: 301 }
                local: {}
              Stock:
                runtime: custom
                user_data: stock.sh
                url_path: /stock/
                email_to: lead@example.com
                prod_ready: true
                prod: { priority: 302 }
            """;

    private final WatchedFleet fleet = fleet(EnvironmentName.PROD);

    @Test
    void anAppIsCheckedAsItsOwnHealthSays() {
        var sales = fleet.app("Sales").orElseThrow();

        assertEquals(URI.create("https://labs.example.com/sales/api"), sales.check().url());
        assertEquals(new Expectation(200, 200, Optional.of("ready"), Optional.of("ETag"),
                Optional.of(Duration.ofMillis(800))), sales.check().expected());
        assertEquals(Duration.ofSeconds(20), sales.every());
        assertEquals(Duration.ofSeconds(3), sales.check().timeout());
        assertEquals(Duration.ofSeconds(60), fleet.app("Stock").orElseThrow().every());
    }

    @Test
    void endpointsOutsideTheFleetAreWatchedToo() {
        var site = fleet.app("Site").orElseThrow();

        assertEquals(Kind.ENDPOINT, site.kind());
        assertEquals("Our site", site.title());
        assertEquals(Redirects.ANYWHERE, site.check().redirects());
        assertEquals(List.of("web@example.com"), site.recipients());
        assertEquals(Duration.ofMinutes(5), site.every());
        assertEquals(List.of(), site.under());
    }

    @Test
    void whatAllAppsShareIsCheckedMoreOftenThanAnyOfThem() {
        var balancer = fleet.app("load-balancer").orElseThrow();
        var signIn = fleet.app("identity-provider").orElseThrow();

        assertEquals("Load balancer (labs.example.com)", balancer.title());
        assertEquals(URI.create("https://sign-in.example.com/pool/.well-known/openid-configuration"),
                signIn.check().url());
        for (var part : List.of(balancer, signIn)) {
            assertEquals(Duration.ofSeconds(5), part.every());
            assertEquals(List.of("Sales", "Stock"), part.behind());
            assertEquals(List.of("lead@example.com", "olivia@example.com"), part.recipients());
        }
        assertEquals(List.of("load-balancer", "identity-provider"), fleet.app("Sales").orElseThrow().under());
    }

    @Test
    void onOneMachineNothingIsSharedAndNothingOutsideIsWatched() {
        assertTrue(fleet(EnvironmentName.LOCAL).apps().keySet().equals(java.util.Set.of("Sales")));
    }

    private static WatchedFleet fleet(EnvironmentName environment) {
        var reading = new CatalogueReader(Map.of()).read("f", FLEET.getBytes(UTF_8));
        if (reading instanceof Reading.Valid valid) {
            return WatchedFleet.of(valid.catalogue().in(environment));
        }
        throw new AssertionError(reading);
    }
}
