package io.flotilla.base.edge;

import java.util.List;

import io.vertx.core.MultiMap;

/**
 * What the load balancer says of a request, and nothing that the client slipped in before it. A load balancer appends the
 * client's address as the last of {@code X-Forwarded-For}; Quarkus would take the first, which anybody can forge.
 */
final class ForwardedHeaders {
    private static final List<String> LAST_COUNTS = List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Port");
    private static final List<String> NEVER_BELIEVED = List.of("Forwarded", "X-Forwarded-Host", "X-Forwarded-Ssl",
            "X-Forwarded-Prefix",
            "X-Forwarded-Trusted-Proxy");

    private ForwardedHeaders() {}

    static void keepTheLoadBalancersOwn(MultiMap headers) {
        for (var name : LAST_COUNTS) {
            var values = headers.getAll(name);
            if (!values.isEmpty()) {
                var last = values.get(values.size() - 1);
                headers.set(name, last.substring(last.lastIndexOf(',') + 1).strip());
            }
        }
        NEVER_BELIEVED.forEach(headers::remove);
    }
}
