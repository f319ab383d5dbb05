package io.flotilla.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.flotilla.base.access.portal.TrialPortal;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A database, a catalogue and a portal of its own for the monitor under test. By the catalogue, nobody but override groups may
 * open anything: it is the portal that says otherwise.
 */
public class MonitorResource implements QuarkusTestResourceLifecycleManager {
    public static final String FLEET = """
            fleet: davinci-labs
            identity: { overrides: [superuser] }
            alerts: { from: fleet@example.com, every: 1h, timeout: 2s, down_after: 3, up_after: 2, remind_every: 4h }
            environments:
              local: { platform: local, port: 1 }
            apps:
              Sales:
                title: Sales
                requires: [by-catalogue]
                runtime: custom
                user_data: sales.sh
                url_path: /sales/
                email_to: [lead@example.com]
                local: {}
              Stock:
                title: Stock
                requires: [by-catalogue]
                runtime: custom
                user_data: stock.sh
                url_path: /stock/
                email_to: [lead@example.com]
                local: {}
            """;

    private static final List<String> PEOPLE = List.of("ana", "bob", "root", "eve");

    private Path folder;
    private TrialPortal portal;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("monitor");
            var catalogue = Files.writeString(folder.resolve("fleet.yaml"), FLEET);
            portal = portal();
            return Map.of("flotilla.origin", portal.origin(),
                    "flotilla.portal-token", TrialPortal.TOKEN,
                    "flotilla.access-folder", folder.resolve("access").toString(),
                    "flotilla.catalogue-file", catalogue.toString(),
                    "flotilla.database", "sqlite:" + folder.resolve("monitor.db"),
                    "flotilla.fleet-key", "a key of the fleet's own",
                    "flotilla.requires", "everyone",
                    "flotilla.fleet", "davinci-labs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody may open the monitor, but eve. */
    private static TrialPortal portal() throws IOException {
        var portal = new TrialPortal();
        portal.answers("apps",
                "{\"apps\":{\"Sales\":[\"sales\"],\"Stock\":[\"stock\"]},\"overrides\":[\"superuser\"]}");
        PEOPLE.forEach(person -> portal.answers("apps/health-monitor?person=" + person, """
                {"app":"health-monitor","requirements":["%s"],"overrides":["superuser"],"groups":null,
                 "groupOwners":{},"ask":null}""".formatted(person.equals("eve") ? "operators" : "everyone")));
        return portal;
    }

    @Override
    public void stop() {
        portal.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
