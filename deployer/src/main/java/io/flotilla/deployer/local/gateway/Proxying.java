package io.flotilla.deployer.local.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Forwards a request to its target and the answer back, as streams, WebSockets included. */
final class Proxying {
    /** Each open event stream holds one connection, so the pool must not be what limits them. */
    private static final int CONNECTIONS = 10_000;
    /** An Application Load Balancer's, of which its 504 speaks. */
    private static final int CONNECT_MILLIS = 10_000;

    private final HttpClient client;

    /** @param idle how long a connection may be silent in both directions before it is ended */
    Proxying(Vertx vertx, Duration idle) {
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout((int) idle.toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(Gateway.HEADER_BYTES), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    void forward(HttpServerRequest request, Target target) {
        HttpProxy.reverseProxy(client)
                .origin(context -> client.request(to(target, request)))
                .addInterceptor(new Answering(target))
                .handle(request);
    }

    /** To the target's port, under the name that the browser used: sign-in builds its links from it. */
    private static RequestOptions to(Target target, HttpServerRequest request) {
        var asked = request.authority();
        return new RequestOptions().setServer(SocketAddress.inetSocketAddress(target.port(), "127.0.0.1"))
                .setHost(asked.host()).setPort(asked.port());
    }

    /** Explains failures, and lets the head of an event stream through before its first event. */
    private record Answering(Target target) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest().recover(failure -> Future.succeededFuture(explained(context, failure)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            var type = context.response().headers().get("Content-Type");
            var sent = context.sendResponse();
            if (type != null && type.startsWith("text/event-stream")) {
                context.request().proxiedRequest().response().writeHead();
            }
            return sent;
        }

        private ProxyResponse explained(ProxyContext context, Throwable failure) {
            var request = context.request().proxiedRequest();
            var page = GatewayPage.broken(target, failure);
            return context.request().release().response().setStatusCode(page.status())
                    .putHeader("Content-Type", GatewayPage.contentType(request))
                    .putHeader("Cache-Control", "no-store")
                    .setBody(Body.body(page.body(request)));
        }
    }
}
