package io.flotilla.deployer.local.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import io.flotilla.deployer.local.targets.HealthPolicy;
import io.flotilla.deployer.local.targets.TargetGroup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;

/** A real server behind the gateway, with one path for each way of answering. */
final class SampleApp implements AutoCloseable {
    private static final Buffer MEGABYTE = Buffer.buffer(new byte[1024 * 1024]);

    /** Counted down once the client of the event stream has gone. */
    final CountDownLatch eventsGone = new CountDownLatch(1);
    /** The open event stream's second event is sent when somebody counts this down. */
    final CountDownLatch secondEvent = new CountDownLatch(1);

    /** What is asked of {@code held} is answered when somebody completes this. */
    final Promise<Void> held = Promise.promise();

    private final String name;
    private volatile boolean holding;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    SampleApp(String name) {
        this.name = name;
        this.server = vertx.createHttpServer(new HttpServerOptions().setMaxHeaderSize(128 * 1024))
                .requestHandler(this::answer).webSocketHandler(SampleApp::echo).listen(0, "127.0.0.1")
                .toCompletionStage().toCompletableFuture().join();
    }

    /** A rule that leads to it, and to nobody else yet. */
    Route route(String urlPath) {
        var targets = new TargetGroup(new HealthPolicy("/", 200, 299, Duration.ofMillis(50), Duration.ofSeconds(30), 2,
                2, Duration.ZERO), InstantSource.system());
        targets.register(name, port());
        return new Route(name, name + "'s title", urlPath, 1, targets,
                () -> new Route.Absence(false, Instant.now(), "Its process was ended by signal 9."));
    }

    boolean isHolding() {
        return holding;
    }

    int port() {
        return server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "upload" -> request.body().onSuccess(body -> request.response().end(Integer.toString(body.length())));
            case "download" -> download(request, Integer.parseInt(request.getParam("megabytes")));
            case "events" -> events(request);
            case "broken" -> request.response().putHeader("Content-Length", "1000").write("half of it")
                    .onSuccess(written -> request.connection().close());
            case "silent" -> request.pause();
            case "held" -> {
                holding = true;
                held.future().onSuccess(go -> request.response().end(name));
            }
            default -> request.response().putHeader("X-App", name).end(seen(request).encode());
        }
    }

    private static void download(HttpServerRequest request, int megabytes) {
        var response = request.response().setChunked(true);
        var sent = Future.<Void>succeededFuture();
        for (var i = 0; i < megabytes; i++) {
            sent = sent.compose(done -> response.write(MEGABYTE));
        }
        sent.onSuccess(done -> response.end());
    }

    private void events(HttpServerRequest request) {
        var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        response.closeHandler(closed -> eventsGone.countDown());
        response.writeHead();
        vertx.executeBlocking(() -> {
            secondEvent.await();
            return response.write("data: one\n\n");
        });
    }

    private JsonObject seen(HttpServerRequest request) {
        var headers = new JsonObject();
        request.headers().forEach((header, value) -> headers.put(header.toLowerCase(Locale.ROOT), value));
        return new JsonObject().put("app", name).put("uri", request.uri()).put("headers", headers);
    }

    private static void echo(ServerWebSocket socket) {
        socket.writeTextMessage(String.valueOf(socket.headers().get("X-Forwarded-Prefix")));
        socket.textMessageHandler(socket::writeTextMessage);
    }

    @Override
    public void close() {
        secondEvent.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
