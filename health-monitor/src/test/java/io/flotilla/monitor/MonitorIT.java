package io.flotilla.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.flotilla.base.catalogue.App.Role;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.base.catalogue.Settings;
import io.flotilla.base.mail.MailServer;
import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.posting.CataloguePosting;
import io.flotilla.base.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged monitor as a real process, an app that dies, a real mail server, and a kill -9 in between. */
class MonitorIT {
    private static final Path PROGRAM = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final String KEY = "the key that the fleet's programs share";
    private static final String FLEET = """
            fleet: davinci-labs
            identity: { overrides: [superuser] }
            alerts: { from: fleet@example.com, every: 1s, timeout: 1s, down_after: 2, up_after: 2, remind_every: 4h }
            environments:
              local: { platform: local, port: %d }
            apps:
              Health:
                role: health-monitor
                runtime: jvm
                artifact: monitor.jar
                url_path: /health/
                requires: [everyone]
                local: {}
              Sales:
                title: Sales
                runtime: custom
                user_data: sales.sh
                url_path: /sales/
                email_to: [lead@example.com]
                local: {}
            """;

    @TempDir
    Path folder;

    private final int appPort = Program.freePort();
    private final int monitorPort = Program.freePort();

    @Test
    @SuppressWarnings("try") // The app need only be there.
    void mailsAnOutageAndItsEndThoughItIsKilledInBetween() throws Exception {
        post();
        try (var mails = MailServer.start()) {
            var app = AppServer.start(appPort);
            try (var monitor = monitor(mails.port())) {
                await(monitor, "up");
                app.close();
                await(monitor, "down");
                kill(monitor);
            }
            assertEquals(List.of(), mails.subjects());

            try (var monitor = monitor(mails.port())) {
                Await.until("the outage mail", () -> mails.subjects().size() == 1, monitor::output);
                kill(monitor);
            }
            try (var back = AppServer.start(appPort); var monitor = monitor(mails.port())) {
                Await.until("the recovery mail", () -> mails.subjects().size() == 2, monitor::output);
                await(monitor, "up");
            }

            assertEquals("Sales is down: connection refused: nothing listens on localhost:" + appPort,
                    mails.subjects().get(0));
            assertEquals("Sales is back after", mails.subjects().get(1).replaceAll(" \\d+ (s|min).*", ""));
            assertEquals(mails.received().get(0).getMessageID(),
                    mails.received().get(1).getHeader("In-Reply-To")[0]);
        }
    }

    private void post() throws Exception {
        new CataloguePosting("fleet.yaml", FLEET.formatted(appPort), "test", Instant.now())
                .post(new FolderNoticeboard(folder.resolve("noticeboard")));
    }

    /** Started as a platform starts it: by the settings that the catalogue gives, and the secrets that it does not. */
    private Program monitor(int smtpPort) {
        var view = ((Reading.Valid) new CatalogueReader(Map.of()).read("fleet.yaml",
                FLEET.formatted(appPort).getBytes(UTF_8))).catalogue().in(EnvironmentName.LOCAL);
        var settings = new HashMap<>(Settings.of(view, view.withRole(Role.HEALTH_MONITOR).orElseThrow()));
        settings.put("FLOTILLA_NOTICEBOARD", folder.resolve("noticeboard").toString());
        settings.put("FLOTILLA_DATABASE", "sqlite:" + folder.resolve("monitor.db"));
        settings.put("FLOTILLA_SMTP", "smtp://127.0.0.1:" + smtpPort);
        settings.put("FLOTILLA_FLEET_KEY", KEY);
        settings.put("FLOTILLA_IDENTITY_SESSION_KEY", "0123456789012345678901234567890123456789");
        // Longer than a kill takes, so that the outage is stored but not yet sent when it falls.
        settings.put("FLOTILLA_MONITOR_GATHER", "4s");
        // Nobody signs in here, so no identity provider need answer.
        settings.put("QUARKUS_OIDC_DISCOVERY_ENABLED", "false");
        settings.put("QUARKUS_OIDC_AUTHORIZATION_PATH", "authorize");
        settings.put("QUARKUS_OIDC_TOKEN_PATH", "token");
        settings.put("QUARKUS_OIDC_JWKS_PATH", "jwks");
        settings.put("QUARKUS_OIDC_JWKS_RESOLVE_EARLY", "false");
        return Program.jar(PROGRAM, monitorPort, settings);
    }

    private void await(Program monitor, String state) throws Exception {
        Await.until("Sales " + state,
                () -> states().matches(".*\"app\":\"Sales\",\"state\":\"" + state + "\",\"since\":\"[^\"]+\".*"),
                monitor::output);
    }

    private String states() throws IOException, InterruptedException {
        var address = URI.create("http://localhost:%d/health/api/status".formatted(monitorPort));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).header("Flotilla-Fleet-Key", KEY).build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static void kill(Program monitor) throws Exception {
        monitor.handle().destroyForcibly();
        monitor.handle().onExit().get(1, TimeUnit.MINUTES);
    }
}
