package io.flotilla.deployer.local.gateway;

import java.util.List;
import java.util.Locale;

import io.vertx.core.http.HttpServerRequest;

/**
 * What an app may believe about where a request came from. As an Application Load Balancer does it, the client's address is
 * appended to {@code X-Forwarded-For} (so only the rightmost one is to be trusted), and port and protocol are written over.
 * Whatever else a client claims of this kind is dropped.
 */
final class ForwardedHeaders {
    private static final String FOR = "x-forwarded-for";
    private static final List<String> CLAIMS = List.of("forwarded", "x-real-ip", "x-original-url", "x-rewrite-url");

    private ForwardedHeaders() {}

    static void rewrite(HttpServerRequest request, int port) {
        var headers = request.headers();
        var before = headers.getAll(FOR).stream().filter(value -> !value.isBlank()).toList();
        headers.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).filter(ForwardedHeaders::isClaim).toList()
                .forEach(headers::remove);
        var client = request.remoteAddress().hostAddress();
        headers.set("X-Forwarded-For", before.isEmpty() ? client : String.join(", ", before) + ", " + client);
        headers.set("X-Forwarded-Proto", "http");
        headers.set("X-Forwarded-Port", Integer.toString(port));
    }

    private static boolean isClaim(String name) {
        // Some frameworks read an underscore as a dash.
        return name.replace('_', '-').startsWith("x-forwarded-") || CLAIMS.contains(name);
    }
}
