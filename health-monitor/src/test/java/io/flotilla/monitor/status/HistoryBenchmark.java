package io.flotilla.monitor.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.MonitorResource;
import io.flotilla.monitor.history.History;
import io.flotilla.monitor.history.Span;
import io.flotilla.monitor.watch.Watch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;

/**
 * Prints how large the database is after a year of 100 apps, checked each minute and down once a week, and how long pages take
 * with it; see docs/benchmarks.md. No part of the suite: {@code -Dtest=HistoryBenchmark}.
 */
@QuarkusTest
@QuarkusTestResource(MonitorResource.class)
class HistoryBenchmark {
    private static final List<String> APPS = IntStream.range(0, 100).mapToObj("App%d"::formatted).toList();
    private static final int RECIPIENTS = 2;
    private static final int ASKED = 100;
    private static final long MOST_BYTES = 200_000_000;

    @Inject
    Watch watch;

    @Inject
    Store store;

    @Inject
    Sightings sightings;

    @TestHTTPResource("/")
    URI address;

    @ConfigProperty(name = "flotilla.catalogue-file")
    Path catalogue;

    @ConfigProperty(name = "flotilla.database")
    String database;

    @Test
    @TestSecurity(user = "root", roles = "superuser")
    void aYearOfAHundredApps() throws Exception {
        var fleet = new StringBuilder(MonitorResource.FLEET);
        APPS.forEach(app -> fleet.append("  %s: { runtime: custom, user_data: app.sh, url_path: /%s/, local: {} }\n"
                .formatted(app, app.toLowerCase())));
        Files.writeString(catalogue, fleet);
        while (watch.fleet().orElseThrow().apps().size() < APPS.size()) {
            Thread.onSpinWait();
        }
        sightings.forgetAll();
        var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        store.<Object, RuntimeException>write(handle -> {
            longAgo(handle, today);
            outages(handle, today);
            return null;
        });
        theLastThreeDays();
        sightings.see("App7", "+---");

        size();
        var outage = sightings.openOutage("App7");
        for (var page : List.of("/", "/apps/App7", "/outages/" + outage, "/maintenance", "/api/status", "/api/v1/apps",
                "/api/v1/apps/App7", "/api/v1/outages")) {
            time(page);
        }
        var tidied = System.nanoTime();
        store.<Object, RuntimeException>write(handle -> {
            new History().tidy(handle, Instant.now());
            return null;
        });
        System.out.printf("summing up and forgetting, once a minute: %d ms%n", millis(tidied));
    }

    /** The sums that are left of what is older than three days. */
    private static void longAgo(Handle handle, Instant today) {
        var random = new Random(1);
        var batch = handle.prepareBatch("""
                INSERT INTO rollup (span, app, begins, checks, failures, latency_sum, latency_max)
                VALUES (?, ?, ?, ?, ?, ?, ?)""");
        for (var app : APPS) {
            sums(batch, app, Span.DAY, today.minus(Duration.ofDays(400)), 397, 1440, random);
            sums(batch, app, Span.HOUR, today.minus(Duration.ofDays(60)), 57 * 24, 60, random);
            batch.execute();
        }
    }

    private static void sums(PreparedBatch batch, String app, Span span, Instant first,
            int count, int checks, Random random) {
        for (var i = 0; i < count; i++) {
            batch.add(span.name(), app, first.plus(span.length().multipliedBy(i)).toEpochMilli(), checks,
                    random.nextInt(3), checks * (40L + random.nextInt(40)), 200 + random.nextInt(2000));
        }
    }

    /** One a week for each app, with a mail about its beginning and one about its end for each recipient. */
    private static void outages(Handle handle, Instant today) {
        var seen = "no answer within 10 s";
        for (var app : APPS) {
            for (var week = 1; week <= 52; week++) {
                var id = "%s-%d-aaaa-bbbb-cccccccccccc".formatted(app, week);
                var began = today.minus(Duration.ofDays(7L * week)).toEpochMilli();
                handle.execute("""
                        INSERT INTO outage (id, app, title, url, began, ended, again_seen, good_at, good_seen, bad_at, bad_seen,
                            remind_at) VALUES (?, ?, ?, ?, ?, ?, '200 OK in 43 ms', ?, '200 OK in 43 ms', ?, ?, 0)""",
                        id, app, app, "https://labs.example.com/" + app + "/", began, began + 1_200_000,
                        began - 180_000, began - 120_000, seen);
                for (var notice = 0; notice < 2 * RECIPIENTS; notice++) {
                    handle.execute("""
                            INSERT INTO notice (id, recipient, sender, message_id, state, made, due, attempts, settled)
                            VALUES (?, ?, 'fleet@example.com', ?, 'SENT', ?, ?, 1, ?)""", id + notice,
                            "person%d@example.com".formatted(notice % RECIPIENTS), id + notice + "@example.com", began,
                            began + 10_000, began + 11_000);
                    handle.execute("INSERT INTO notice_line (notice, outage, kind, at) VALUES (?, ?, ?, ?)",
                            id + notice, id, notice < RECIPIENTS ? "OUTAGE" : "RECOVERY", began);
                }
            }
        }
    }

    /** Every single result, written down and summed up as the monitor does it. */
    private void theLastThreeDays() {
        var history = new History();
        var random = new Random(2);
        var minute = Duration.ofMinutes(1);
        for (var at = Instant.now().minus(Duration.ofDays(3)); at.isBefore(Instant.now()); at = at.plus(minute)) {
            var results = new ArrayList<History.Result>();
            for (var app : APPS) {
                results.add(new History.Result(app, at.plusMillis(random.nextInt(50_000)),
                        Duration.ofMillis(40 + random.nextInt(60)), random.nextInt(500) > 0));
            }
            var now = at;
            store.<Object, RuntimeException>write(handle -> {
                history.add(handle, results);
                if (now.getEpochSecond() / 60 % 60 == 0) {
                    history.tidy(handle, now);
                }
                return null;
            });
        }
        store.<Object, RuntimeException>write(handle -> {
            history.tidy(handle, Instant.now());
            return null;
        });
    }

    private void size() throws IOException {
        var file = Path.of(database.substring("sqlite:".length()));
        var wal = Path.of(file + "-wal");
        var bytes = Files.size(file) + (Files.exists(wal) ? Files.size(wal) : 0);
        System.out.printf("database: %.1f MB%n", bytes / 1e6);
        for (var table : List.of("result", "rollup", "outage", "notice", "notice_line")) {
            System.out.printf("  %s: %d rows%n", table, store.<Long, RuntimeException>read(
                    handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one()));
        }
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    private void time(String page) throws Exception {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(address.resolve(page)).build();
        var took = new double[ASKED];
        for (var i = -ASKED; i < ASKED; i++) {
            var began = System.nanoTime();
            assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
            if (i >= 0) {
                took[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(took);
        System.out.printf("%-40s p50 %.1f ms, p95 %.1f ms%n", page.replaceAll("/outages/.+", "/outages/…"),
                took[ASKED / 2], took[ASKED * 95 / 100]);
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
