package io.flotilla.monitor.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.flotilla.base.catalogue.App.Role;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.base.catalogue.Settings;
import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.posting.CataloguePosting;
import io.flotilla.base.program.Program;

/**
 * The packaged monitor, started as a platform starts it: by the settings that the catalogue gives, and the secrets that it
 * does not.
 *
 * @param catalogue what it watches
 * @param folder    where the noticeboard is
 * @param database  the setting {@code flotilla.database}
 * @param more      environment variables besides
 */
record PackagedMonitor(String catalogue, Path folder, String database, Map<String, String> more) {
    private static final Path PROGRAM = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final String KEY = "the key that the fleet's programs share";

    PackagedMonitor(String catalogue, Path folder, String database) {
        this(catalogue, folder, database, Map.of());
    }

    PackagedMonitor with(String variable, String value) {
        var all = new HashMap<>(more);
        all.put(variable, value);
        return new PackagedMonitor(catalogue, folder, database, all);
    }

    void post() throws Exception {
        new CataloguePosting("fleet.yaml", catalogue, "test", Instant.now())
                .post(new FolderNoticeboard(folder.resolve("noticeboard")));
    }

    Program start(int port, int smtpPort) {
        var view = ((Reading.Valid) new CatalogueReader(Map.of()).read("fleet.yaml", catalogue.getBytes(UTF_8)))
                .catalogue().in(EnvironmentName.LOCAL);
        var settings = new HashMap<>(Settings.of(view, view.withRole(Role.HEALTH_MONITOR).orElseThrow()));
        settings.put("FLOTILLA_NOTICEBOARD", folder.resolve("noticeboard").toString());
        settings.put("FLOTILLA_DATABASE", database);
        settings.put("FLOTILLA_SMTP", "smtp://127.0.0.1:" + smtpPort);
        settings.put("FLOTILLA_FLEET_KEY", KEY);
        settings.put("FLOTILLA_IDENTITY_SESSION_KEY", "0123456789012345678901234567890123456789");
        // Longer than a kill takes, so that the outage is stored but not yet sent when it falls.
        settings.put("FLOTILLA_MONITOR_GATHER", "4s");
        // A mail server that was away is soon tried again.
        settings.put("FLOTILLA_MONITOR_RETRY_CAP", "2s");
        // Nobody signs in here, so no identity provider need answer.
        settings.put("QUARKUS_OIDC_DISCOVERY_ENABLED", "false");
        settings.put("QUARKUS_OIDC_AUTHORIZATION_PATH", "authorize");
        settings.put("QUARKUS_OIDC_TOKEN_PATH", "token");
        settings.put("QUARKUS_OIDC_JWKS_PATH", "jwks");
        settings.put("QUARKUS_OIDC_JWKS_RESOLVE_EARLY", "false");
        settings.putAll(more);
        return Program.jar(PROGRAM, port, settings);
    }

    /** Waits until every app of the catalogue whose name begins so is in a state. */
    static void await(Program monitor, int port, String apps, String state) throws Exception {
        Await.until(apps + " " + state, () -> {
            var others = states(port).replaceAll(
                    "\"app\":\"%s[^\"]*\",\"state\":\"%s\",\"since\":\"[^\"]+\"".formatted(apps, state), "");
            return others.contains("{}") && !others.contains("\"app\":\"" + apps);
        }, monitor::output);
    }

    static void kill(Program monitor) throws Exception {
        monitor.handle().destroyForcibly();
        monitor.handle().onExit().get(1, TimeUnit.MINUTES);
    }

    private static String states(int port) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:%d/health/api/status".formatted(port));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).header("Flotilla-Fleet-Key", KEY).build(),
                        BodyHandlers.ofString())
                .body();
    }
}
