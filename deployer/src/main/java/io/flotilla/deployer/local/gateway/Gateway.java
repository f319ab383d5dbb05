package io.flotilla.deployer.local.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * Stands for the load balancer on this machine: one origin, {@code http://localhost:<port>}, behind which every app of the
 * environment answers under its URL path. It listens on loopback alone, on IPv6's too where there is one, because a
 * browser tries that first for {@code localhost}.
 */
public final class Gateway implements AutoCloseable {
    /** Where it says which fleet this is: the path of its state folder, so that its owner can command it. */
    public static final String STATE_PATH = "/.flotilla/state";
    /** What an Application Load Balancer takes: 64 KB of headers in all, 16 KB in the request line. */
    static final int HEADER_BYTES = 64 * 1024;
    private static final int REQUEST_LINE_BYTES = 16 * 1024;
    /** An Application Load Balancer's default. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final int port;
    private final String home;
    private final Path state;
    private final Routes routes;
    private final Vertx vertx;
    private final Proxying proxying;

    private Gateway(int port, String home, Path state, Routes routes, Vertx vertx, Duration idle) {
        this.port = port;
        this.home = home;
        this.state = state;
        this.routes = routes;
        this.vertx = vertx;
        this.proxying = new Proxying(vertx, idle);
    }

    /**
     * @param home  where {@code /} leads: the portal's URL path
     * @param state the fleet's state folder, which the gateway tells whoever asks
     * @throws PortTaken if another process listens there; its message says which, if that can be known
     */
    public static Gateway open(int port, String home, Path state, Routes routes) {
        return open(port, home, state, routes, IDLE);
    }

    static Gateway open(int port, String home, Path state, Routes routes, Duration idle) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
        var gateway = new Gateway(port, home, state, routes, vertx, idle);
        try {
            loopbacks().forEach(gateway::listen);
            return gateway;
        } catch (CompletionException e) {
            gateway.close();
            throw PortTaken.on(port, e.getCause());
        }
    }

    private static List<String> loopbacks() {
        try (var free = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return free.isBound() ? List.of("127.0.0.1", "::1") : List.of("127.0.0.1");
        } catch (IOException e) {
            return List.of("127.0.0.1");
        }
    }

    private void listen(String address) {
        var options = new HttpServerOptions().setHost(address).setPort(port).setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(REQUEST_LINE_BYTES).setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false);
        vertx.createHttpServer(options).requestHandler(this::answer).listen().toCompletionStage()
                .toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        var path = request.path() == null ? "" : request.path();
        if (!isOurs(request)) {
            redirect(request,
                    "http://localhost:" + port + path + (request.query() == null ? "" : "?" + request.query()));
        } else if (path.equals("/")) {
            redirect(request, home);
        } else if (path.equals(STATE_PATH)) {
            request.response().putHeader("Content-Type", "text/plain; charset=utf-8").end(state + "\n");
        } else {
            routes.find(path).ifPresentOrElse(route -> answer(request, route),
                    () -> GatewayPage.unknown(path).send(request));
        }
    }

    /** One origin, whatever name was typed: cookies and sign-in belong to it, and a rebound host name gets no page. */
    private boolean isOurs(HttpServerRequest request) {
        var asked = request.authority();
        return asked != null && asked.host().equalsIgnoreCase("localhost") && asked.port() == port;
    }

    private static void redirect(HttpServerRequest request, String location) {
        request.response().setStatusCode(307).putHeader("Location", location).end();
    }

    private void answer(HttpServerRequest request, Route route) {
        route.targets().next(Set.of()).ifPresentOrElse(lease -> {
            request.headers().remove("Expect");
            ForwardedHeaders.rewrite(request, port);
            TraceId.put(request, Instant.now());
            proxying.forward(request, route, lease);
        }, () -> GatewayPage.unavailable(route).send(request));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
