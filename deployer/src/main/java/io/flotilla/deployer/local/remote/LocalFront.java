package io.flotilla.deployer.local.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.flotilla.deployer.platform.Front;

/** The gateway, as a browser reaches it. */
final class LocalFront implements Front {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int SHOWN = 2_000;

    private final String origin;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT).build();

    /** @param origin such as {@code http://localhost:8080} */
    LocalFront(String origin) {
        this.origin = origin;
    }

    @Override
    public Answer get(String path) {
        var began = System.nanoTime();
        try {
            var answer = client.send(HttpRequest.newBuilder(URI.create(origin + path)).timeout(LIMIT).build(),
                    BodyHandlers.ofString());
            var body = answer.body();
            return new Answer(answer.statusCode(), body.substring(0, Math.min(SHOWN, body.length())), since(began));
        } catch (IOException e) {
            return new Answer(0, e.toString(), since(began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted", since(began));
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
