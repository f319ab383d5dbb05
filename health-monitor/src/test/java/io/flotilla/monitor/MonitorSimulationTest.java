package io.flotilla.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import io.flotilla.base.mail.Mail;
import io.flotilla.base.mail.Transport.Delivery;
import io.flotilla.base.store.Store;
import io.flotilla.monitor.notice.Notice.Kind;
import io.flotilla.monitor.notice.Sender;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random histories of good and bad answers, of a mail server's moods, and of crashes at any point, in virtual time on a
 * real database. Every seed is a history of its own and always the same one:
 * {@code ./mvnw test -pl health-monitor -Dtest=MonitorSimulationTest -Dseeds=1000 -Dseed.start=0}.
 */
class MonitorSimulationTest {
    private static final List<String> APPS = List.of("Sales", "Stock", "Ledger");
    private static final int SEEDS = Integer.getInteger("seeds", 10_000);
    /** Every so many, one history is long and of several apps; the others are short, so that there can be many. */
    private static final int LONG_ONES = 1000;
    private static final int FIRST_SEED = Integer.getInteger("seed.start", 1);

    /** Loggers are forgotten when nobody holds them. */
    private static final Logger SENDER = Logger.getLogger(Sender.class.getName());

    @BeforeAll
    static void beQuiet() {
        SENDER.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        SENDER.setLevel(null);
    }

    @Test
    void everyOutageAndEveryRecoveryIsMailedOnceAndInOrder() {
        var database = TestDatabase.inMemory();
        var outages = 0;
        for (var seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            empty(database);
            outages += new History(database, seed).play();
        }
        assertTrue(outages >= SEEDS / 4, "only %d outages in %d histories".formatted(outages, SEEDS));
    }

    private static void empty(Store store) {
        store.<Object, RuntimeException>write(handle -> {
            List.of("notice_line", "notice", "outage", "app_health", "result")
                    .forEach(table -> handle.execute("DELETE FROM " + table));
            return null;
        });
    }

    /** The process dies here; what it had not committed never was. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class History implements Store {
        private final Store database;
        private final long seed;
        private final Random random;
        private final Rig rig;
        private final Map<String, Boolean> good = new HashMap<>();
        private final List<Mail> taken = new ArrayList<>();
        private final boolean isLong;
        private final List<String> apps;
        private boolean crashAfterSending;
        private boolean undisturbed = true;
        private boolean calm;

        History(Store database, long seed) {
            this.database = database;
            this.seed = seed;
            this.random = new Random(seed);
            this.rig = new Rig(this, seed);
            rig.serverDoes(this::deliver);
            this.isLong = seed % LONG_ONES == 0;
            this.apps = isLong ? APPS : APPS.subList(0, 1);
            apps.forEach(app -> rig.watch(app, "lead@example.com", app.toLowerCase() + "@example.com"));
        }

        /** @return how many outages there were */
        int play() {
            var minutes = isLong ? 60 + random.nextInt(60) : 4 + random.nextInt(5);
            var moments = isLong ? 5 : 2;
            for (var minute = 0; minute < minutes; minute++) {
                live(this::checkAll);
                for (var moment = 0; moment < moments; moment++) {
                    rig.pass(Duration.ofSeconds(60 / moments));
                    live(rig::send);
                }
                if (minute % 4 == 3) {
                    rig.pass(Duration.ofHours(random.nextInt(10) == 0 ? 5 : 0));
                    live(rig::remind);
                }
            }
            settle();
            return verify();
        }

        /** Everything recovers, and nothing goes wrong any more. */
        private void settle() {
            calm = true;
            apps.forEach(app -> rig.see(app, "++"));
            for (var tries = 0; tries < 60
                    && !rows("SELECT id FROM notice WHERE state = 'WAITING'").isEmpty(); tries++) {
                rig.pass(Duration.ofMinutes(11));
                rig.send();
            }
        }

        private int verify() {
            var outages = rows("SELECT app || '/' || id FROM outage ORDER BY began, id");
            for (var outage : outages) {
                var id = outage.substring(outage.indexOf('/') + 1);
                var app = outage.substring(0, outage.indexOf('/')).toLowerCase();
                for (var recipient : List.of("lead@example.com", app + "@example.com")) {
                    assertEquals(List.of(Kind.OUTAGE, Kind.RECOVERY), told(id, recipient).stream()
                            .filter(kind -> kind != Kind.REMINDER).toList(),
                            "seed %d, outage %s to %s".formatted(seed, outage, recipient));
                }
            }
            assertEquals(List.of(), rows("SELECT id FROM notice WHERE state <> 'SENT'"), "seed " + seed);
            assertEquals(List.of(), rows("SELECT id FROM outage WHERE ended IS NULL"), "seed " + seed);
            var ids = taken.stream().map(Mail::messageId).collect(Collectors.toSet());
            assertEquals(rows("SELECT id FROM notice").size(), ids.size(), "seed " + seed);
            if (undisturbed) {
                assertEquals(ids.size(), taken.size(), "seed %d: a mail came twice without reason".formatted(seed));
            }
            return outages.size();
        }

        /** What a recipient read about an outage, in the order of arrival; a message that came twice counts once. */
        private List<Kind> told(String outage, String recipient) {
            var messages = new LinkedHashSet<String>();
            taken.stream().filter(mail -> mail.to().equals(recipient)).forEach(mail -> messages.add(mail.messageId()));
            return messages.stream().flatMap(message -> rows("""
                    SELECT l.kind FROM notice_line l JOIN notice n ON n.id = l.notice
                    WHERE n.message_id = ? AND l.outage = ? ORDER BY l.at, l.kind""", message, outage).stream())
                    .map(Kind::valueOf).toList();
        }

        private void checkAll() {
            for (var app : apps) {
                rig.pass(Duration.ofMillis(10));
                var was = good.getOrDefault(app, true);
                good.put(app, random.nextInt(100) < (isLong ? 15 : 35) ? !was : was);
                rig.record(app, random.nextInt(100) < 5 ? !good.get(app) : good.get(app));
            }
        }

        private void live(Runnable act) {
            try {
                act.run();
            } catch (Crash e) {
                undisturbed = false;
                rig.restart();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof Crash)) {
                    throw e;
                }
                undisturbed = false;
                rig.restart();
            }
        }

        private CompletableFuture<Delivery> deliver(Mail mail) {
            var luck = calm ? 99 : random.nextInt(100);
            if (luck < 25) {
                return CompletableFuture.completedFuture(new Delivery.Deferred("not now"));
            }
            taken.add(mail);
            if (luck < 30) {
                undisturbed = false;
                return CompletableFuture.completedFuture(new Delivery.Deferred("the answer was lost"));
            }
            crashAfterSending = luck < 33;
            return CompletableFuture.completedFuture(new Delivery.Accepted());
        }

        @Override
        public <T, X extends Exception> T read(HandleCallback<T, X> queries) throws X {
            return database.read(queries);
        }

        /** Crashes now and then: before a transaction, within it, or after it; and after a mail has gone out. */
        @Override
        public <T, X extends Exception> T write(HandleCallback<T, X> statements) throws X {
            var luck = calm ? 99 : random.nextInt(300);
            if (luck == 0 || crashAfterSending) {
                crashAfterSending = false;
                throw new Crash();
            }
            var result = database.<T, X>write(handle -> {
                var done = statements.withHandle(handle);
                if (luck == 1) {
                    throw new Crash();
                }
                return done;
            });
            if (luck == 2) {
                throw new Crash();
            }
            return result;
        }

        private List<String> rows(String query, Object... values) {
            return database.<List<String>, RuntimeException>read(
                    handle -> handle.select(query, values).mapTo(String.class).list());
        }
    }
}
