package io.flotilla.deployer.local.gateway;

import java.net.ConnectException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.flotilla.deployer.local.targets.Lease;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Forwards a request to a target and the answer back, as streams, WebSockets included. */
final class Proxying {
    /** Each open event stream holds one connection, so the pool must not be what limits them. */
    private static final int CONNECTIONS = 10_000;
    /** An Application Load Balancer's, of which its 504 speaks. */
    private static final int CONNECT_MILLIS = 10_000;
    /** Shorter than any server here keeps an idle connection, so that none is used in the moment it is closed. */
    private static final int KEPT_ALIVE_SECONDS = 4;

    private final HttpClient client;

    /** @param idle how long a connection may be silent in both directions before it is ended */
    Proxying(Vertx vertx, Duration idle) {
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout((int) idle.toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout(KEPT_ALIVE_SECONDS)
                .setMaxHeaderSize(Gateway.HEADER_BYTES), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    void forward(HttpServerRequest request, Route route, Lease first) {
        var sending = new Sending(request, route, first);
        HttpProxy.reverseProxy(client).origin(context -> sending.connect(new HashSet<>()))
                .addInterceptor(new Answering(sending)).handle(request);
    }

    /** One request on its way, and the target that has it now. */
    private final class Sending {
        private final HttpServerRequest request;
        private final Route route;
        private Lease lease;

        Sending(HttpServerRequest request, Route route, Lease lease) {
            this.request = request;
            this.route = route;
            this.lease = lease;
            request.response().endHandler(over -> this.lease.close());
            request.response().closeHandler(gone -> this.lease.close());
        }

        /** A target that takes no connection has been sent nothing, so another may have the request. */
        Future<HttpClientRequest> connect(Set<String> tried) {
            return client.request(to(lease)).onSuccess(connected -> letGoOfSockets()).recover(failure -> {
                tried.add(lease.target());
                var other = failure instanceof ConnectException ? route.targets().next(tried) : null;
                if (other == null || other.isEmpty()) {
                    return Future.failedFuture(failure);
                }
                lease.close();
                lease = other.get();
                return connect(tried);
            });
        }

        /** A WebSocket never ends by itself either. Other upgrades, such as a client's offer of HTTP/2, come to nothing. */
        private void letGoOfSockets() {
            if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
                lease.close();
            }
        }

        /** To the target's port, under the name that the browser used: sign-in builds its links from it. */
        private RequestOptions to(Lease target) {
            var asked = request.authority();
            return new RequestOptions().setServer(SocketAddress.inetSocketAddress(target.port(), "127.0.0.1"))
                    .setHost(asked.host()).setPort(asked.port());
        }
    }

    /** Explains failures, and lets the head of an event stream through before its first event. */
    private record Answering(Sending sending) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest().recover(failure -> Future.succeededFuture(explained(context, failure)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            var type = context.response().headers().get("Content-Type");
            var sent = context.sendResponse();
            if (type != null && type.startsWith("text/event-stream")) {
                // It would never end by itself, and its client comes again: nobody drains for it.
                sending.lease.close();
                context.request().proxiedRequest().response().writeHead();
            }
            return sent;
        }

        private ProxyResponse explained(ProxyContext context, Throwable failure) {
            var request = context.request().proxiedRequest();
            var page = GatewayPage.broken(sending.route, sending.lease.port(), failure);
            return context.request().release().response().setStatusCode(page.status())
                    .putHeader("Content-Type", GatewayPage.contentType(request))
                    .putHeader("Cache-Control", "no-store")
                    .setBody(Body.body(page.body(request)));
        }
    }
}
