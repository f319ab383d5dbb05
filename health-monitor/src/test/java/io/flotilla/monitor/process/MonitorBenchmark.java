package io.flotilla.monitor.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.flotilla.base.mail.MailServer;
import io.flotilla.base.program.Program;
import io.vertx.core.Vertx;
import org.jdbi.v3.core.Jdbi;

/**
 * Prints what 10,000 endpoints at 60 s cost the packaged monitor, judging and storing included, and what as many probes cost
 * Prometheus' blackbox exporter against the same server at the same time; see docs/benchmarks.md. The collector is the one that
 * Java chooses by itself on the small machine that the monitor is meant for.
 */
final class MonitorBenchmark {
    private static final int ENDPOINTS = Integer.getInteger("endpoints", 10_000);
    private static final int EVERY = 60;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warm.up", 30));
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final AtomicBoolean BROKEN = new AtomicBoolean();

    private MonitorBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory(Path.of("target"), "benchmark");
        var database = folder.resolve("monitor.db");
        var server = server();
        var packaged = new PackagedMonitor(catalogue(server), folder, "sqlite:" + database);
        packaged.post();
        var blackboxPort = Program.freePort();
        try (var mails = MailServer.start();
                var monitor = packaged.with("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC").start(Program.freePort(),
                        mails.port());
                var blackbox = Program.start(List.of("prometheus-blackbox-exporter", "--log.level=error",
                        "--config.file=/etc/prometheus/blackbox.yml",
                        "--web.listen-address=127.0.0.1:" + blackboxPort), Map.of())) {
            var rows = Jdbi.create("jdbc:sqlite:" + database + "?busy_timeout=30000");
            onOneCore(monitor);
            onOneCore(blackbox);
            var probes = drive(blackboxPort, server);
            TimeUnit.NANOSECONDS.sleep(WARM_UP.toNanos());

            var before = new long[]{cpu(monitor), cpu(blackbox), count(rows), probes.get(), System.nanoTime()};
            TimeUnit.NANOSECONDS.sleep(MEASURED.toNanos());
            var seconds = (System.nanoTime() - before[4]) / 1e9;
            var ours = print("monitor", cpu(monitor) - before[0], count(rows) - before[2], seconds, monitor);
            var theirs = print("blackbox exporter", cpu(blackbox) - before[1], probes.get() - before[3], seconds,
                    blackbox);
            System.out.printf("CPU per check: %.0f %% of the exporter's%n", 100 * ours / theirs);
            printLag(rows);

            BROKEN.set(true);
            Await.until("the mail", () -> sent(rows) > 0, monitor::output);
            System.out.printf("from the deciding check to the mail's acceptance: %.1f s, 4 s of them to gather%n",
                    sent(rows) / 1000.0);
        }
        System.exit(0);
    }

    private static int server() throws Exception {
        return Vertx.vertx().createHttpServer().requestHandler(request -> request.response()
                .setStatusCode(BROKEN.get() && request.path().equals("/watched") ? 503 : 200)
                .end("{\"status\":\"UP\"}")).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture()
                .get(20, TimeUnit.SECONDS).actualPort();
    }

    private static String catalogue(int port) {
        var text = new StringBuilder("""
                fleet: benchmark
                environments:
                  local:
                    platform: local
                    port: %d
                    alerts:
                      every: %ds
                      timeout: 10s
                      endpoints:
                        Watched: { url: "http://127.0.0.1:%d/watched", every: 2s, email_to: lead@example.com }
                """.formatted(port, EVERY, port));
        for (var i = 0; i < ENDPOINTS; i++) {
            text.append("        E%d: { url: \"http://127.0.0.1:%d/e/%d\" }\n".formatted(i, port, i));
        }
        return text.append("""
                apps:
                  Health:
                    role: health-monitor
                    runtime: jvm
                    artifact: monitor.jar
                    url_path: /health/
                    local: {}
                """).toString();
    }

    /** Asks the exporter for as many probes as the monitor makes, at an even pace. */
    private static AtomicInteger drive(int port, int server) {
        var client = HttpClient.newHttpClient();
        var done = new AtomicInteger();
        var next = new AtomicInteger();
        Executors.newSingleThreadScheduledExecutor().scheduleAtFixedRate(() -> {
            var url = "http://127.0.0.1:%d/probe?module=http_2xx&target=http://127.0.0.1:%d/e/%d".formatted(port,
                    server,
                    next.getAndIncrement() % ENDPOINTS);
            client.sendAsync(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .thenAccept(answer -> done.addAndGet(answer.body().contains("probe_success 1") ? 1 : 0));
        }, 0, EVERY * 1_000_000L / ENDPOINTS, TimeUnit.MICROSECONDS);
        return done;
    }

    private static void onOneCore(Program program) throws Exception {
        new ProcessBuilder("taskset", "-acp", "0", "" + program.handle().pid())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private static long cpu(Program program) {
        return program.handle().info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Milliseconds of CPU a check. */
    private static double print(String name, long millis, long checks, double seconds, Program program)
            throws IOException {
        var resident = Files.readAllLines(Path.of("/proc/%d/status".formatted(program.handle().pid()))).stream()
                .filter(line -> line.startsWith("VmRSS")).findFirst().orElse("");
        System.out.printf("%s: %d checks in %.0f s, %.3f ms of CPU a check, %.1f %% of a core, %s%n", name, checks,
                seconds, (double) millis / checks, millis / seconds / 10, resident);
        return (double) millis / checks;
    }

    /** How far two checks of one endpoint in a row were off the interval. */
    private static void printLag(Jdbi rows) {
        var off = rows.withHandle(handle -> handle.createQuery("""
                SELECT abs(at - before - 60000) FROM (
                    SELECT at, lag(at) OVER (PARTITION BY app ORDER BY at) AS before FROM result WHERE app <> 'Watched')
                WHERE before IS NOT NULL ORDER BY 1""").mapTo(Long.class).list());
        if (!off.isEmpty()) {
            System.out.printf("schedule: %d intervals, p50 %d ms and p99 %d ms off%n", off.size(),
                    off.get(off.size() / 2), off.get(off.size() * 99 / 100));
        }
    }

    private static long count(Jdbi rows) {
        return rows.withHandle(handle -> handle.createQuery("SELECT count(*) FROM result").mapTo(Long.class).one());
    }

    /** Milliseconds from the deciding check to the mail's acceptance; 0 until then. */
    private static long sent(Jdbi rows) {
        return rows.withHandle(handle -> handle.createQuery("""
                SELECT n.settled - o.began FROM notice n JOIN notice_line l ON l.notice = n.id JOIN outage o ON o.id = l.outage
                WHERE n.state = 'SENT'""").mapTo(Long.class).findOne().orElse(0L));
    }
}
