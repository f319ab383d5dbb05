package io.flotilla.base.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real process that a test starts, awaits by asking it, and ends with everything it started. */
public final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** A packaged Quarkus program on a port of 127.0.0.1, ready to answer. */
    public static Program jar(Path jar, int port, Map<String, String> environment) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = start(List.of(java, "-Xmx128m", "-jar", jar.toString()),
                with(environment, Map.of("QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", "" + port, "QUARKUS_MANAGEMENT_PORT", "" + freePort())));
        program.awaitAnswer("http://localhost:%d/q/health/live".formatted(port));
        return program;
    }

    public static Program start(List<String> command, Map<String, String> environment) {
        try {
            var log = Files.createTempFile(Path.of("target"), "program-", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new Program(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody listened on a moment ago. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException with the program's own words, if it ends or stays silent */
    public Program awaitAnswer(String url) {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build();
        for (var end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end) && process.isAlive();) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            } catch (IOException notYet) {
                onExitWithin(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        var words = output();
        close();
        throw new IllegalStateException("%s did not answer:\n%s".formatted(url, words));
    }

    /** @throws IllegalStateException with the program's own words, if it ends or never says so */
    public Program awaitOutput(String words) {
        for (var end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end)
                && process.isAlive(); onExitWithin(200)) {
            if (output().contains(words)) {
                return this;
            }
        }
        var said = output();
        close();
        throw new IllegalStateException("it never said `%s` but:\n%s".formatted(words, said));
    }

    /** The exit code, once it has ended by itself. */
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("it runs on:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String output() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8); // a character may be half written
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        if (!onExitWithin(10_000)) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private boolean onExitWithin(long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<String, String> with(Map<String, String> one, Map<String, String> other) {
        var both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }
}
