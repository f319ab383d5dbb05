package io.flotilla.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import io.flotilla.base.mail.MailServer;
import io.flotilla.base.program.Program;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged monitor as a real process, an app that dies, a real mail server, and kill -9 in between. */
class MonitorIT {
    /** How often the monitor is killed in the middle of something; {@code -Dkills=20} for a long run. */
    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final String FLEET = """
            fleet: davinci-labs
            identity: { overrides: [superuser] }
            alerts: { from: fleet@example.com, every: 1s, timeout: 10s, down_after: 2, up_after: 2, remind_every: 4h }
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
    private PackagedMonitor packaged;

    @BeforeEach
    void post() throws Exception {
        packaged = new PackagedMonitor(FLEET.formatted(appPort), folder, "sqlite:" + folder.resolve("monitor.db"));
        packaged.post();
    }

    @Test
    @SuppressWarnings("try") // The app need only be there.
    void mailsAnOutageAndItsEndThoughItIsKilledInBetween() throws Exception {
        try (var mails = MailServer.start()) {
            var app = AppServer.start(appPort);
            try (var monitor = packaged.start(monitorPort, mails.port())) {
                await(monitor, "up");
                app.close();
                await(monitor, "down");
                PackagedMonitor.kill(monitor);
            }
            assertEquals(List.of(), mails.subjects());

            try (var monitor = packaged.start(monitorPort, mails.port())) {
                Await.until("the outage mail", () -> mails.subjects().size() == 1, monitor::output);
                PackagedMonitor.kill(monitor);
            }
            try (var back = AppServer.start(appPort); var monitor = packaged.start(monitorPort, mails.port())) {
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

    /** Every outage and every end is stored when the kill falls, and none is mailed: the mail server is away all the while. */
    @Test
    void losesNothingThoughItIsKilledAtEveryChangeAndTheMailServerIsAway() throws Exception {
        var smtpPort = Program.freePort();
        var app = AppServer.start(appPort);
        for (var kill = 0; kill < KILLS; kill++) {
            try (var monitor = packaged.start(monitorPort, smtpPort)) {
                await(monitor, kill % 2 == 0 ? "up" : "down");
                if (kill % 2 == 0) {
                    app.close();
                } else {
                    app = AppServer.start(appPort);
                }
                await(monitor, kill % 2 == 0 ? "down" : "up");
                PackagedMonitor.kill(monitor);
            }
        }
        try (var mails = MailServer.startOn(smtpPort); var monitor = packaged.start(monitorPort, smtpPort)) {
            var database = Jdbi.create("jdbc:sqlite:" + folder.resolve("monitor.db") + "?busy_timeout=30000");
            Await.until("%d changes told".formatted(KILLS), () -> count(database,
                    "notice_line l JOIN notice n ON n.id = l.notice WHERE n.state = 'SENT'") == KILLS, monitor::output);
            assertEquals((KILLS + 1) / 2, count(database, "outage WHERE app = 'Sales'"));
            assertEquals(count(database, "notice"), mails.received().size());
        } finally {
            app.close();
        }
    }

    private static int count(Jdbi database, String from) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM " + from).mapTo(Integer.class).one());
    }

    private void await(Program monitor, String state) throws Exception {
        PackagedMonitor.await(monitor, monitorPort, "Sales", state);
    }
}
