package io.flotilla.portal.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A catalogue in a file, and a monitor that answers who shows the fleet's key. */
public class Harbour implements QuarkusTestResourceLifecycleManager {
    static final Path CATALOGUE = Path.of("target/harbour/fleet.yaml");
    static final String FLEET = """
            fleet: harbour
            environments: { local: { platform: local } }
            apps:
              Portal:    { runtime: jvm, artifact: a.jar, url_path: /portal/, role: portal, requires: everyone, local: {} }
              Monitor:   { runtime: jvm, artifact: a.jar, url_path: /health/, role: health-monitor, requires: [superuser], local: {} }
              Sales:     { title: Sales & <b>more</b>, team: Commerce, owners: [olivia@example.com], runtime: jvm, artifact: a.jar, url_path: /sales/, requires: [sales], local: {} }
              Both:      { runtime: jvm, artifact: a.jar, url_path: /both/, requires: [sales, warehouse], local: {} }
              Open:      { runtime: jvm, artifact: a.jar, url_path: /open/, requires: [everyone], local: {} }
              Closed:    { runtime: jvm, artifact: a.jar, url_path: /closed/, local: {} }
              Elsewhere: { runtime: jvm, artifact: a.jar, url_path: /elsewhere/, requires: [everyone] }
            """;
    /** Where tests post what the deployer would. */
    public static final Path NOTICEBOARD = Path.of("target/harbour/noticeboard");
    private HttpServer monitor;
    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            Files.createDirectories(CATALOGUE.getParent());
            folder = Files.createTempDirectory("harbour");
            Files.writeString(CATALOGUE, FLEET);
            monitor = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            monitor.createContext("/health/api/status", exchange -> {
                var known = "the fleet's key".equals(exchange.getRequestHeaders().getFirst("Flotilla-Fleet-Key"));
                var body = "[{\"app\":\"Sales\",\"state\":\"down\",\"since\":\"2026-01-01T00:00:00Z\"},{\"app\":\"Open\",\"state\":\"up\"}]"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
                if (known) {
                    exchange.getResponseBody().write(body);
                }
                exchange.close();
            });
            monitor.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new HashMap<String, String>();
        settings.put("flotilla.catalogue-file", CATALOGUE.toString());
        settings.put("flotilla.noticeboard", NOTICEBOARD.toString());
        settings.put("flotilla.origin", "http://127.0.0.1:" + monitor.getAddress().getPort());
        settings.put("flotilla.monitor-path", "/health/");
        settings.put("flotilla.portal.admin-host", "localhost");
        settings.put("flotilla.fleet-key", "the fleet's key");
        settings.put("flotilla.database", "sqlite:" + folder.resolve("portal.db"));
        settings.put("flotilla.home.locked-tiles", "true");
        return settings;
    }

    @Override
    public void stop() {
        monitor.stop(0);
    }
}
