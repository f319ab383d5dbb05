package io.flotilla.base.gate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An app behind the gate that says what it was asked, and tells a test everything that ever reached it. */
public class TrialUpstream implements QuarkusTestResourceLifecycleManager {
    /** Asked of the app itself, around the gate: the requests that reached it, one JSON object each. */
    static final String SEEN = "/seen-so-far";
    /** Asked by clients that hang up in the middle, so possibly late; left out of what was seen unless all is asked for. */
    static final String FIRST = "/old/first";
    static final String ALL_SEEN = SEEN + "?all";

    private static final List<String> COOKIES = List.of("q_session=forged; Path=/old/", "theme=dark; Path=/old/",
            "csrf-token=forged");

    private final List<JsonObject> seen = new CopyOnWriteArrayList<>();
    private Vertx vertx;
    private volatile Runnable secondEvent = () -> {};

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        HttpServer server = vertx
                .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0).setMaxHeaderSize(65536))
                .requestHandler(this::answer).webSocketHandler(socket -> {
                    seen.add(new JsonObject().put("uri", socket.uri()).put("headers", JsonObject.mapFrom(Map.of())));
                    socket.textMessageHandler(
                            text -> socket.writeTextMessage(socket.headers().get("Flotilla-Person") + " says " + text));
                }).listen().toCompletionStage().toCompletableFuture().join();
        return Map.of("flotilla.gate.upstream", "http://127.0.0.1:" + server.actualPort());
    }

    private void answer(HttpServerRequest request) {
        if (SEEN.equals(request.path())) {
            request.response().end(new JsonArray(seen.stream()
                    .filter(one -> request.query() != null || !one.getString("uri").startsWith(FIRST)).toList())
                    .encode());
            return;
        }
        var said = said(request);
        seen.add(said);
        switch (request.path() == null ? "" : request.path()) {
            case "/old/events" -> events(request);
            case "/old/second-event" -> {
                secondEvent.run();
                request.response().end();
            }
            case "/old/download" -> request.response().end(Buffer.buffer(new byte[20_000_000]));
            case "/old/range" -> request.response().setStatusCode(206).putHeader("Content-Range", "bytes 2-4/9")
                    .putHeader("ETag", "\"x\"").end("cde");
            case "/old/hang-up" -> request.connection().close();
            case "/old/headers" -> {
                COOKIES.forEach(cookie -> request.response().headers().add("Set-Cookie", cookie));
                request.response().putHeader("Keep-Alive", "timeout=5")
                        .putHeader("Content-Security-Policy", "default-src *").putHeader("Content-Type", "text/html")
                        .end("<script>inline()</script>".repeat(500));
            }
            default -> request.body().onSuccess(body -> request.response().putHeader("Content-Type", "application/json")
                    .end(said.put("bytes", body.length()).encode()));
        }
    }

    private static JsonObject said(HttpServerRequest request) {
        var headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(),
                headers.containsKey(header.getKey().toLowerCase())
                        ? headers.getString(header.getKey().toLowerCase()) + "|" + header.getValue()
                        : header.getValue()));
        return new JsonObject().put("method", request.method().name()).put("uri", request.uri()).put("headers",
                headers);
    }

    private void events(HttpServerRequest request) {
        var response = request.response().putHeader("Content-Type", "text/event-stream").setChunked(true);
        response.write("data: first\n\n");
        secondEvent = () -> response.end("data: second\n\n");
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
