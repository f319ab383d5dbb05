package io.flotilla.monitor.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
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
    /** Seconds between two checks of an app; {@code -Devery=10} to see how soon one monitor takes over from the other. */
    private static final int EVERY = Integer.getInteger("every", 2);

    @TempDir
    Path folder;

    private final int appPort = Program.freePort();
    private final int onePort = Program.freePort();
    private final int otherPort = Program.freePort();
    private Rows rows;

    @Test
    void mailNothingTwiceAndOneDoesWithoutTheOther() throws Exception {
        try (var postgres = EmbeddedPostgres.start(); var mails = MailServer.start()) {
            var url = "postgresql://postgres:postgres@localhost:%d/postgres".formatted(postgres.getPort());
            rows = new Rows(
                    Jdbi.create(postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=health_monitor"));
            var apps = IntStream.range(0, APPS).mapToObj(number -> "App" + number).toArray(String[]::new);
            var packaged = new PackagedMonitor(Fleets.of(appPort, EVERY + "s", apps), folder, url);
            packaged.post();
            var app = AppServer.start(appPort);
            try (var one = packaged.start(onePort, mails.port());
                    var other = packaged.start(otherPort, mails.port())) {
                Await.until("both", () -> rows.count("monitor") == 2, other::output);
                PackagedMonitor.await(other, otherPort, "App", "up");
                app.close();
                settle(other, mails, APPS, "down");
                app = AppServer.start(appPort);
                settle(other, mails, 2 * APPS, "up");

                takeOver(one, other);
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
        Await.until(lines + " lines sent", () -> rows.told() == lines, monitor::output);
        assertEquals(lines, rows.count("notice_line"));
        assertEquals(rows.count("notice"), mails.deliveries());
    }

    /** Kills one, and waits until the other has checked every app, those of the dead one too. */
    private void takeOver(Program one, Program other) throws Exception {
        PackagedMonitor.kill(one);
        var killed = Instant.now().toEpochMilli();
        var last = """
                (SELECT app, max(at) AS seen FROM result WHERE app LIKE 'App%%' AND at <= %d GROUP BY app) dead"""
                .formatted(killed);
        var taken = "(SELECT app, min(at) AS seen FROM result WHERE app LIKE 'App%%' AND at > %d GROUP BY app) taken"
                .formatted(killed);
        Await.until("the other takes over", () -> rows.count(taken) == APPS, other::output);
        System.out.printf("the longest that an app went unchecked over a kill: %.1f s, %.1f intervals%n",
                unchecked(last, taken) / 1000.0, unchecked(last, taken) / 1000.0 / EVERY);
    }

    private long unchecked(String last, String taken) {
        return rows.number("SELECT max(taken.seen - dead.seen) FROM %s JOIN %s ON taken.app = dead.app"
                .formatted(last, taken));
    }
}
