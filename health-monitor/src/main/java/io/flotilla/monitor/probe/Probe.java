package io.flotilla.monitor.probe;

import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

/**
 * Asks apps how they are. Nothing blocks: a hung server costs its timeout and a few kilobytes, never a thread. Every check
 * takes a connection of its own, so that it meets what a new visitor would meet: the name, the listener, the certificate.
 */
public final class Probe {
    /** Apps of one environment share one host; a limit on its connections would let one hung app starve the others. */
    private static final int CONNECTIONS = 100_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final InstantSource clock;

    public Probe(Vertx vertx, InstantSource clock) {
        this.vertx = vertx;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS)
                .setDecompressionSupported(false));
    }

    /** Completes with what was seen, always, and never later than the check's timeout. */
    public CompletionStage<ProbeResult> run(Check check) {
        return new Exchange(vertx, client, check, clock.instant()).run();
    }
}
