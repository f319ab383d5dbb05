package io.flotilla.deployer.local.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A program as small as one can be: it answers every request with what it was told to be, and to answer. */
final class SampleProgram {
    private static final int STATUS = Integer.parseInt(System.getenv().getOrDefault("SAMPLE_STATUS", "200"));
    private static final int DOWNLOAD_PARTS = 20;

    private SampleProgram() {}

    public static void main(String... arguments) throws IOException {
        if (arguments.length > 0) {
            System.out.println("the sample cannot start: " + arguments[0]);
            System.exit(4);
        }
        var address = new InetSocketAddress(InetAddress.getByName(System.getenv("QUARKUS_HTTP_HOST")),
                Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
        var server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", SampleProgram::answer);
        server.createContext("/sample/download", SampleProgram::download);
        server.createContext("/sample/events", SampleProgram::events);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = "%s%s of %s at %s".formatted(System.getenv().getOrDefault("SAMPLE_PREFIX", ""),
                    System.getenv("FLOTILLA_APP"), System.getenv("FLOTILLA_FLEET"), System.getenv("FLOTILLA_ORIGIN"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(STATUS, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** A megabyte that takes a second to come. */
    private static void download(HttpExchange exchange) throws IOException {
        try (exchange) {
            var part = new byte[1024 * 1024 / DOWNLOAD_PARTS];
            exchange.sendResponseHeaders(200, (long) part.length * DOWNLOAD_PARTS);
            for (var i = 0; i < DOWNLOAD_PARTS; i++) {
                exchange.getResponseBody().write(part);
                pause(50);
            }
        }
    }

    /** An event every tenth of a second, for ever. */
    private static void events(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write("data: one\n\n".getBytes(StandardCharsets.US_ASCII));
                exchange.getResponseBody().flush();
                pause(100);
            }
        }
    }

    private static void pause(int milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
