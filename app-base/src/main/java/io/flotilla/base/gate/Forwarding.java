package io.flotilla.base.gate;

import java.util.List;

import io.flotilla.base.edge.SecurityHeaders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import org.jboss.logging.Logger;

/**
 * Passes requests on to the app and its answers back, as streams, WebSockets included. Each request has a connection of its
 * own: on loopback that costs next to nothing, and no two people's requests ever share one.
 */
final class Forwarding {
    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS = 10_000;
    private static final int HEADER_BYTES = 64 * 1024;
    /** Between the app and the gate alone (RFC 9110, section 7.6.1). */
    private static final List<String> HOP_BY_HOP = List.of("Connection", "Keep-Alive", "Proxy-Authenticate",
            "Proxy-Connection", "Trailer", "Upgrade");

    private final HttpClient client;
    /** Asks for upgrades: a client that keeps no connection says `Connection: close`, which excludes one. */
    private final HttpClient upgrades;
    private final SocketAddress upstream;

    Forwarding(Vertx vertx, Upstream upstream) {
        this.client = client(vertx, false);
        this.upgrades = client(vertx, true);
        this.upstream = SocketAddress.inetSocketAddress(upstream.port(), upstream.host());
    }

    private static HttpClient client(Vertx vertx, boolean keep) {
        return vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAlive(keep)
                        .setMaxHeaderSize(HEADER_BYTES),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** @param uri the path and query that the app is asked for */
    void forward(RoutingContext context, String uri) {
        var request = new AskedFor((HttpServerRequestInternal) context.request(), uri);
        request.pause();
        var asking = request.getHeader(HttpHeaders.UPGRADE) == null ? client : upgrades;
        asking.request(to(context))
                .onSuccess(connected -> pass(context, request, asking, connected))
                .onFailure(failure -> {
                    LOG.warnf("The app behind the gate does not answer at %s: %s", upstream, failure.getMessage());
                    request.resume();
                    context.remove(SecurityHeaders.LEFT_TO_THE_APP);
                    context.fail(502);
                });
    }

    /** Under the name that the browser used: apps build links from it. */
    private RequestOptions to(RoutingContext context) {
        var options = new RequestOptions().setServer(upstream);
        var asked = context.request().authority();
        return asked == null ? options : options.setHost(asked.host()).setPort(asked.port() > 0 ? asked.port() : 80);
    }

    private void pass(RoutingContext context, AskedFor request, HttpClient asking, HttpClientRequest connected) {
        // Who leaves takes the request along, so that the app stops working on it.
        context.addEndHandler(ended -> {
            if (ended.failed()) {
                connected.reset();
            }
            if (asking == upgrades) {
                connected.connection().close();
            }
        });
        HttpProxy.reverseProxy(asking).origin(ignored -> Future.succeededFuture(connected))
                .addInterceptor(new Answering()).handle(request);
    }

    /** Drops what is not for the browser, and lets the head of an event stream through before its first event. */
    private static final class Answering implements ProxyInterceptor {

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            var headers = context.response().headers();
            HOP_BY_HOP.forEach(headers::remove);
            var cookies = headers.getAll("Set-Cookie").stream()
                    .filter(cookie -> !Identification.isOurs(cookie))
                    .toList();
            headers.remove("Set-Cookie").set("Set-Cookie", cookies);
            // The server would compress what it passes on, and hold events back for it.
            if (!headers.contains(HttpHeaders.CONTENT_ENCODING)) {
                headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
            }
            var type = headers.get(HttpHeaders.CONTENT_TYPE);
            var sent = context.sendResponse();
            if (type != null && type.startsWith("text/event-stream")) {
                context.request().proxiedRequest().response().writeHead();
            }
            return sent;
        }
    }
}
