package io.flotilla.deployer.local.gateway;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

import io.vertx.core.http.HttpServerRequest;

/**
 * The id by which a request is found again in every log: {@code X-Amzn-Trace-Id}, as an Application Load Balancer sets it.
 * What a client brings stays, with the gateway's own part before it.
 */
final class TraceId {
    static final String HEADER = "X-Amzn-Trace-Id";
    private static final int LONGEST = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TraceId() {}

    static void put(HttpServerRequest request, Instant now) {
        var brought = request.getHeader(HEADER);
        var own = "1-%08x-%s".formatted(now.getEpochSecond(), random());
        request.headers().set(HEADER, brought != null && brought.contains("Root=") && brought.length() < LONGEST
                ? "Self=%s;%s".formatted(own, brought)
                : "Root=" + own);
    }

    private static String random() {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
