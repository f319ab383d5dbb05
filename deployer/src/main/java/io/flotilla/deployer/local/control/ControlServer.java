package io.flotilla.deployer.local.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.terminal.Failure;

/**
 * Takes orders from other processes of the same person: {@code POST /<order>} with a JSON object, on the loopback, by a token
 * that only the owner of the state folder can read. A refusal is 409 with the action and the reason.
 */
public final class ControlServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Orders orders;
    private final ControlFile file;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "orders");
        thread.setDaemon(true);
        return thread;
    });

    /** Does what is ordered, and answers in JSON. */
    @FunctionalInterface
    public interface Orders {
        /**
         * @throws PlatformFailure if it is refused
         * @throws Failure         if it cannot be done; the message says how to mend that
         */
        JsonNode obey(String order, JsonNode arguments);
    }

    private ControlServer(Orders orders, HttpServer server) {
        this.orders = orders;
        this.server = server;
        this.file = ControlFile.fresh(server.getAddress().getPort());
    }

    /** @param state the folder that tells others where this is; whoever owns it deletes the {@link ControlFile} at the end */
    public static ControlServer open(Path state, Orders orders) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var control = new ControlServer(orders, server);
            server.createContext("/", control::answer);
            server.setExecutor(control.workers);
            server.start();
            control.file.write(state);
            return control;
        } catch (IOException e) {
            throw new Failure("the fleet cannot listen for orders: " + e.getMessage(), e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange)) {
                send(exchange, 401, JSON.createObjectNode().put("reason", "the token is another"));
            } else {
                var order = exchange.getRequestURI().getPath().substring(1);
                obey(exchange, order, JSON.readTree(exchange.getRequestBody()));
            }
        }
    }

    private void obey(HttpExchange exchange, String order, JsonNode arguments) throws IOException {
        try {
            send(exchange, 200, orders.obey(order, arguments));
        } catch (PlatformFailure refused) {
            send(exchange, 409, JSON.createObjectNode().put("action", refused.action()).put("reason", refused.reason())
                    .put("final", refused instanceof PlatformFailure.Final));
        } catch (Failure failure) {
            send(exchange, 409, failed(order, failure.getMessage()));
        } catch (RuntimeException defect) {
            send(exchange, 500, failed(order, defect.toString()));
        }
    }

    private static ObjectNode failed(String order, String reason) {
        return JSON.createObjectNode().put("action", order).put("reason", reason).put("final", true);
    }

    /** Not a page in a browser either: no page can set this header without asking first. */
    private boolean isAllowed(HttpExchange exchange) {
        var given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && exchange.getRequestMethod().equals("POST")
                && MessageDigest.isEqual(("Bearer " + file.token()).getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, JsonNode json) throws IOException {
        var body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
