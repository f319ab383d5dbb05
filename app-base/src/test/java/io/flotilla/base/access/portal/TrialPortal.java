package io.flotilla.base.access.portal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A portal's access endpoint over real HTTP, as the contract says it answers, and as a broken one might. */
public final class TrialPortal implements AutoCloseable {
    public static final String TOKEN = "the token of Sales";

    private final HttpServer server;
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<Integer> status = Optional.empty();

    public TrialPortal() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it is, without a slash at the end. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Portal asSeenBy(String app, String token) {
        return new Portal(origin(), "/portal/", app, token);
    }

    /** What it says about somebody to Sales. */
    public void says(String person, String requirements, String groups) {
        bodies.put("/portal/api/access/apps/Sales?person=" + person, """
                {"app":"Sales","requirements":%s,"overrides":["superuser"],"groups":%s,
                 "groupOwners":{"sales":["Olivia <olivia@example.com>"]},"ask":"/portal/apps/Sales/request"}"""
                .formatted(requirements, groups));
    }

    /** @param pathAndQuery below {@code api/access/} */
    public void answers(String pathAndQuery, String body) {
        bodies.put("/portal/api/access/" + pathAndQuery, body);
    }

    /** Answers everything with this from now on. */
    public void answersOnly(int broken) {
        status = Optional.of(broken);
    }

    public void answersAgain() {
        status = Optional.empty();
    }

    /** Every question so far, with the status of its answer: {@code 200 /portal/…}. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var question = exchange.getRequestURI().toString();
        var body = bodies.getOrDefault(question, "");
        var etag = "\"" + body.hashCode() + "\"";
        int code = status.orElseGet(() -> status(exchange, question, etag));
        if (code == 302) {
            exchange.getResponseHeaders().set("Location", "/portal/api/access/apps/Sales?person=elsewhere");
        }
        if (code == 200) {
            exchange.getResponseHeaders().set("ETag", etag);
        }
        asked.add(code + " " + question);
        var bytes = code == 200 ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int status(HttpExchange exchange, String question, String etag) {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return 401;
        }
        if (!bodies.containsKey(question)) {
            return 404;
        }
        return etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match")) ? 304 : 200;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
