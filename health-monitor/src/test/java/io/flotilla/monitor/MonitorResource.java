package io.flotilla.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A database and a catalogue of its own for the monitor under test. */
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
                requires: [sales]
                runtime: custom
                user_data: sales.sh
                url_path: /sales/
                email_to: [lead@example.com]
                local: {}
              Stock:
                title: Stock
                requires: [stock]
                runtime: custom
                user_data: stock.sh
                url_path: /stock/
                email_to: [lead@example.com]
                local: {}
            """;

    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("monitor");
            var catalogue = Files.writeString(folder.resolve("fleet.yaml"), FLEET);
            return Map.of("flotilla.catalogue-file", catalogue.toString(),
                    "flotilla.database", "sqlite:" + folder.resolve("monitor.db"),
                    "flotilla.fleet-key", "a key of the fleet's own",
                    "flotilla.requires", "everyone",
                    "flotilla.fleet", "davinci-labs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
