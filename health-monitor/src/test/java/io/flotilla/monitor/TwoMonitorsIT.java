package io.flotilla.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.flotilla.base.mail.MailServer;
import io.flotilla.base.program.Program;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged monitors on one PostgreSQL: they share the work, mail nothing twice, and one does without the other. */
class TwoMonitorsIT {
    private static final int APPS = 6;
    private static final String FLEET = """
            fleet: davinci-labs
            identity: { overrides: [superuser] }
            alerts: { from: fleet@example.com, every: 2s, timeout: 10s, down_after: 2, up_after: 2, remind_every: 4h }
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
            """;
    private static final String APP = """
              App%1$d:
                runtime: custom
                user_data: app.sh
                url_path: /app%1$d/
                email_to: [lead@example.com]
                local: {}
            """;

    @TempDir
    Path folder;

    private final int appPort = Program.freePort();
    private final int onePort = Program.freePort();
    private final int otherPort = Program.freePort();
    private Jdbi database;

    @Test
    void mailNothingTwiceAndOneDoesWithoutTheOther() throws Exception {
        try (var postgres = EmbeddedPostgres.start(); var mails = MailServer.start()) {
            var url = "postgresql://postgres:postgres@localhost:%d/postgres".formatted(postgres.getPort());
            database = Jdbi.create(postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=health_monitor");
            var packaged = new PackagedMonitor(catalogue(), folder, url);
            packaged.post();
            var app = AppServer.start(appPort);
            try (var one = packaged.start(onePort, mails.port());
                    var other = packaged.start(otherPort, mails.port())) {
                Await.until("both", () -> count("monitor") == 2, other::output);
                PackagedMonitor.await(other, otherPort, "App", "up");
                app.close();
                settle(other, mails, APPS, "down");
                app = AppServer.start(appPort);
                settle(other, mails, 2 * APPS, "up");

                PackagedMonitor.kill(one);
                var killed = Instant.now().toEpochMilli();
                Await.until("the other takes over", () -> count(
                        "(SELECT app FROM result WHERE at > %d AND app LIKE 'App%%' GROUP BY app) taken"
                                .formatted(killed + 5_000)) == APPS,
                        other::output);
                app.close();
                settle(other, mails, 3 * APPS, "down");
            } finally {
                app.close();
            }
        }
    }

    /** Waits until everybody is told, and sees that nobody was told twice. */
    private void settle(Program monitor, MailServer mails, int lines, String state) throws Exception {
        PackagedMonitor.await(monitor, otherPort, "App", state);
        Await.until(lines + " lines sent", () -> count(
                "notice_line l JOIN notice n ON n.id = l.notice WHERE n.state = 'SENT'") == lines, monitor::output);
        assertEquals(lines, count("notice_line"));
        assertEquals(count("notice"), mails.deliveries());
    }

    private int count(String from) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM " + from).mapTo(Integer.class).one());
    }

    private String catalogue() {
        return FLEET.formatted(appPort)
                + IntStream.range(0, APPS).mapToObj(APP::formatted).collect(Collectors.joining());
    }
}
