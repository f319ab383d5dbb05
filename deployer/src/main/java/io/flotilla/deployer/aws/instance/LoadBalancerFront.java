package io.flotilla.deployer.aws.instance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.flotilla.deployer.platform.Front;

/** An environment's origin, as a browser that is not signed in sees it. */
final class LoadBalancerFront implements Front {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_BYTES = 4 * MOST_CHARACTERS;

    private final String origin;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    LoadBalancerFront(String origin) {
        this.origin = origin;
    }

    @Override
    public Answer get(String path) {
        var start = System.nanoTime();
        try {
            var answer = client.send(HttpRequest.newBuilder(URI.create(origin + path)).timeout(LIMIT).build(),
                    BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var text = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                return new Answer(answer.statusCode(), text.substring(0, Math.min(MOST_CHARACTERS, text.length())),
                        since(start));
            }
        } catch (IOException unreachable) {
            return new Answer(0, unreachable.toString(), since(start));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted", since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
