package io.flotilla.portal.fleet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * How the apps are, as the monitor last said. Asked for beside the pages, never by them, so that a monitor that is slow or
 * gone slows nobody down: what it said longer ago than {@link #GOOD_FOR} is no longer believed.
 */
@ApplicationScoped
public class States {
    private static final long ASK_EVERY_MILLIS = 2_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final Optional<HttpRequest> question;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json;
    private final Vertx vertx;
    private volatile Answer last = new Answer(Map.of(), Instant.EPOCH);
    private long timer = -1;

    private record Answer(Map<String, String> states, Instant at) {}

    States(PortalConfig config, ObjectMapper json, Vertx vertx) {
        this.json = json;
        this.vertx = vertx;
        this.question = config.monitorPath().flatMap(path -> config.fleetKey().map(key -> HttpRequest
                .newBuilder(URI.create(config.origin() + path + "api/status")).timeout(TIMEOUT)
                .header("Flotilla-Fleet-Key", key).header("Accept", "application/json").build()));
    }

    void start(@Observes StartupEvent event) {
        question.ifPresent(request -> timer = vertx.setPeriodic(1, ASK_EVERY_MILLIS, tick -> ask(request)));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** {@code up}, {@code failing}, {@code down} or {@code unknown}. */
    public String of(String app) {
        var answer = last;
        return answer.at().plus(GOOD_FOR).isAfter(Instant.now())
                ? answer.states().getOrDefault(app, "unknown")
                : "unknown";
    }

    private void ask(HttpRequest request) {
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenAccept(response -> {
            if (response.statusCode() == 200) {
                read(response.body()).ifPresent(states -> last = new Answer(states, Instant.now()));
            }
        });
    }

    private Optional<Map<String, String>> read(String body) {
        try {
            var states = new HashMap<String, String>();
            json.readTree(body)
                    .forEach(app -> states.put(app.path("app").asText(), app.path("state").asText("unknown")));
            return Optional.of(states);
        } catch (JsonProcessingException notTheMonitor) {
            return Optional.empty();
        }
    }
}
