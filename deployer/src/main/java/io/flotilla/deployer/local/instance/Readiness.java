package io.flotilla.deployer.local.instance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.flotilla.base.catalogue.App;

/** Asks a process whether it is ready, on its own port and by the app's own health check. */
public final class Readiness {
    private static final Duration ONE_ASKING = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(ONE_ASKING).build();

    /** What came of waiting. */
    enum Outcome {
        READY, ENDED, TOO_LATE
    }

    Outcome await(App app, int port, Process process, Duration limit) throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
                return Outcome.ENDED;
            }
            if (isReady(app.health(), port)) {
                return Outcome.READY;
            }
        }
        return Outcome.TOO_LATE;
    }

    private boolean isReady(App.Health health, int port) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + health.path()))
                .timeout(ONE_ASKING).build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            return health.statusFrom() <= status && status <= health.statusTo();
        } catch (IOException e) {
            return false;
        }
    }
}
