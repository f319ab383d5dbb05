package io.flotilla.base.view.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.flotilla.base.program.Program;
import io.flotilla.base.view.load.Viewers.Seen;
import io.flotilla.base.view.load.Viewers.Update;

/**
 * Prints what a change of a filter costs the packaged program and the same page in Plotly Dash, one after the other on this
 * machine: 10,000 rows by day into a line, and 50 rows as a table. See docs/benchmarks.md.
 */
final class DashBenchmark {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path PEER = Path.of("src/test/resources/io/flotilla/base/view/load").toAbsolutePath();
    private static final Path DASH = Path.of(System.getProperty("dash", "target/dash"));
    private static final int WARM_UP = Integer.getInteger("warm.up", 20);
    private static final int MEASURED = Integer.getInteger("measured", 20);
    private static final int VIEWERS = 50;
    private static final int MANY = 100;
    private static final String[] REGIONS = {"North", "South", "East", "West"};

    /** @param cpu milliseconds of CPU for one update; @param resident in MB */
    private record Cost(String name, double cpu, Seen loaded, Seen calm, long resident) {
        void print() {
            System.out.printf(
                    "%-28s %6.3f ms CPU an update = %6.0f updates/s per core; %.0f updates/s, p50 %.1f ms, p99 %.1f ms "
                            + "without pause; p50 %.1f ms, p99 %.1f ms once a second; %d MB; %d failures%n",
                    name, cpu, 1_000 / cpu, loaded.millis().length / loaded.seconds(), loaded.percentile(0.5),
                    loaded.percentile(0.99), calm.percentile(0.5), calm.percentile(0.99), resident,
                    loaded.failures() + calm.failures());
        }
    }

    private DashBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        install();
        var dash = dash();
        var ours = flotilla();
        System.out.printf("Flotilla against Dash: %.1f times the updates per second per core, %.2f of the memory%n",
                dash.cpu / ours.cpu, (double) ours.resident / dash.resident);
        System.exit(0);
    }

    private static void install() throws Exception {
        if (!Files.exists(DASH.resolve("bin/gunicorn"))) {
            run("python3", "-m", "venv", DASH.toString());
            run(DASH.resolve("bin/pip").toString(), "install", "--quiet", "dash", "pandas", "gunicorn");
        }
    }

    private static void run(String... command) throws Exception {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " failed; install Dash by hand and say -Ddash=…");
        }
    }

    private static Cost dash() {
        int port = Program.freePort();
        try (var program = Program.start(List.of(DASH.toAbsolutePath().resolve("bin/gunicorn").toString(), "--chdir",
                PEER.toString(), "--workers", "2", "--bind", "127.0.0.1:" + port, "dash_orders:server"), Map.of())) {
            program.awaitAnswer("http://127.0.0.1:%d/".formatted(port));
            return measured("Dash, 2 workers", program, port, number -> new Update("/_dash-update-component",
                    Map.of("Content-Type", "application/json"), """
                            {"output":"..days.figure...orders.data..","outputs":[{"id":"days","property":"figure"},
                            {"id":"orders","property":"data"}],"inputs":[{"id":"region","property":"value","value":"%s"}],
                            "changedPropIds":["region.value"]}""".formatted(region(number)),
                    "\"region\":\"" + region(number)), VIEWERS);
        }
    }

    /** Without sign-in, which Dash has none of. */
    private static Cost flotilla() throws Exception {
        int port = Program.freePort();
        var command = Stream.of(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m"),
                List.of(System.getProperty("options", "-XX:+UseSerialGC").split(" ")),
                List.of("-jar", JAR.toString())).flatMap(List::stream).toList();
        var settings = Map.of("FLOTILLA_SAMPLE", "orders", "FLOTILLA_PLATFORM", "local", "FLOTILLA_IDENTITY_ISSUER",
                "http://127.0.0.1:1", "FLOTILLA_IDENTITY_SESSION_KEY", "k".repeat(32), "QUARKUS_OIDC_TENANT_ENABLED",
                "false", "QUARKUS_HTTP_AUTH_PERMISSION_EVERYTHING_ELSE_POLICY", "permit", "QUARKUS_HTTP_HOST",
                "127.0.0.1", "QUARKUS_HTTP_PORT", "" + port, "QUARKUS_MANAGEMENT_PORT", "0");
        try (var program = Program.start(command, settings)) {
            program.awaitAnswer("http://127.0.0.1:%d/q/health/live".formatted(port));
            var headers = asHtmx(port);
            IntFunction<Update> update = number -> new Update("/?region=" + region(number), headers, "",
                    "<td>" + region(number) + "</td>");
            var cost = measured("Flotilla, -Xmx64m", program, port, update, VIEWERS);
            measured("Flotilla, 100 viewers", program, port, update, MANY);
            return cost;
        }
    }

    /** What a browser that has the page says with each change: of the page's frame, which stays, it has the digests. */
    private static Map<String, String> asHtmx(int port) throws IOException, InterruptedException {
        var address = "http://127.0.0.1:%d/".formatted(port);
        var page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(),
                BodyHandlers.ofString()).body();
        var known = Pattern.compile("id=\"([^\"]+)\" data-digest=\"([^\"]+)\"").matcher(page).results()
                .map(one -> one.group(1) + ":" + one.group(2)).collect(Collectors.joining(" "));
        return Map.of("HX-Request", "true", "HX-Current-URL", address, "View-Parts", known);
    }

    private static Cost measured(String name, Program program, int port, IntFunction<Update> updates, int people) {
        try (var viewers = new Viewers(people, port, updates)) {
            viewers.withoutPause(people, WARM_UP);
            long before = cpu(program);
            var loaded = viewers.withoutPause(people, MEASURED);
            var cpu = (double) (cpu(program) - before) / loaded.millis().length;
            var cost = new Cost(name, cpu, loaded, viewers.onceASecond(people, MEASURED), resident(program));
            cost.print();
            return cost;
        }
    }

    private static String region(int number) {
        return REGIONS[number % REGIONS.length];
    }

    private static Stream<ProcessHandle> all(Program program) {
        return Stream.concat(Stream.of(program.handle()), program.handle().descendants());
    }

    /** In milliseconds, of the program and all that it started. */
    private static long cpu(Program program) {
        return all(program).mapToLong(one -> one.info().totalCpuDuration().orElseThrow().toMillis()).sum();
    }

    /** In MB. Pages that processes share count in each of them. */
    private static long resident(Program program) {
        return all(program).mapToLong(one -> {
            try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(one.pid())))) {
                return lines.filter(line -> line.startsWith("VmRSS")).mapToLong(
                        line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).sum();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).sum() / 1024;
    }
}
