package io.flotilla.monitor.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import io.flotilla.base.mail.MailServer;
import io.flotilla.base.program.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged monitor as a real process, an app that dies, a real mail server, and kill -9 in between. */
class MonitorIT {
    /** How often the monitor is killed in the middle of something; {@code -Dkills=20} for a long run. */
    private static final int KILLS = Integer.getInteger("kills", 4);

    @TempDir
    Path folder;

    private final int appPort = Program.freePort();
    private final int monitorPort = Program.freePort();
    private PackagedMonitor packaged;

    @BeforeEach
    void post() throws Exception {
        packaged = new PackagedMonitor(Fleets.of(appPort, "1s", "Sales"), folder,
                "sqlite:" + folder.resolve("monitor.db"));
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

    /**
     * Every change is stored when the kill falls: at once, or while a mail about it is on its way. Meanwhile the mail server
     * refuses, stalls, drops mails half-way, and takes some without saying so.
     */
    @Test
    void losesNothingThoughItIsKilledAtEveryChangeAndTheMailServerHasABadDay() throws Exception {
        var impatient = packaged.with("FLOTILLA_MONITOR_SEND_TIMEOUT", "2s").with("FLOTILLA_MONITOR_GATHER", "1s");
        var app = AppServer.start(appPort);
        try (var mails = new MoodyMailServer()) {
            for (var kill = 0; kill < KILLS; kill++) {
                try (var monitor = impatient.start(monitorPort, mails.port())) {
                    await(monitor, kill % 2 == 0 ? "up" : "down");
                    var connections = mails.connections();
                    if (kill % 2 == 0) {
                        app.close();
                    } else {
                        app = AppServer.start(appPort);
                    }
                    await(monitor, kill % 2 == 0 ? "down" : "up");
                    if (kill % 4 > 1) {
                        Await.until("a mail on its way", () -> mails.connections() > connections, monitor::output);
                    }
                    PackagedMonitor.kill(monitor);
                }
            }
            mails.getWell();
            try (var monitor = impatient.start(monitorPort, mails.port())) {
                var rows = Rows.sqlite(folder.resolve("monitor.db"));
                Await.until("%d changes told".formatted(KILLS), () -> rows.told() == KILLS, monitor::output);
                assertEquals((KILLS + 1) / 2, rows.count("outage WHERE app = 'Sales'"));
                assertEquals((KILLS + 1) / 2, rows.count("notice_line WHERE kind = 'OUTAGE'"));
                assertEquals(KILLS / 2, rows.count("notice_line WHERE kind = 'RECOVERY'"));
                assertEquals(rows.count("notice"), mails.server().received().size());
            }
            System.out.printf("killed %d times; %d connections to the mail server, %d mails, %d of them twice%n", KILLS,
                    mails.connections(), mails.server().received().size(),
                    mails.server().deliveries() - mails.server().received().size());
        } finally {
            app.close();
        }
    }

    private void await(Program monitor, String state) throws Exception {
        PackagedMonitor.await(monitor, monitorPort, "Sales", state);
    }
}
