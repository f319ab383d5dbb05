package io.flotilla.monitor.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;

/** An app that answers everything with 200, until it is killed. */
final class AppServer implements AutoCloseable {
    private final HttpServer server;

    private AppServer(HttpServer server) {
        this.server = server;
    }

    static AppServer start(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 50);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return new AppServer(server);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
