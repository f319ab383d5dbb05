package io.flotilla.deployer.local.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/** A program as small as one can be: it answers every request with what it was told to be, and to answer. */
final class SampleProgram {
    private SampleProgram() {}

    public static void main(String... arguments) throws IOException {
        if (arguments.length > 0) {
            System.out.println("the sample cannot start: " + arguments[0]);
            System.exit(4);
        }
        var address = new InetSocketAddress(InetAddress.getByName(System.getenv("QUARKUS_HTTP_HOST")),
                Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
        var status = Integer.parseInt(System.getenv().getOrDefault("SAMPLE_STATUS", "200"));
        var server = HttpServer.create(address, 0);
        server.createContext("/", exchange -> {
            var body = "%s%s of %s at %s".formatted(System.getenv().getOrDefault("SAMPLE_PREFIX", ""),
                    System.getenv("FLOTILLA_APP"), System.getenv("FLOTILLA_FLEET"),
                    System.getenv("FLOTILLA_ORIGIN")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
