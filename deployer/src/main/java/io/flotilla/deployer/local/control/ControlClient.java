package io.flotilla.deployer.local.control;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.deployer.platform.PlatformFailure;

/** Gives orders to the fleet that runs on this machine. May be used by several threads at once. */
public final class ControlClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Applying copies an artifact, and may wait for a busy disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final Path state;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    /** @param state the fleet's state folder */
    public ControlClient(Path state) {
        this.state = state;
    }

    public Path state() {
        return state;
    }

    public static ObjectNode arguments() {
        return JSON.createObjectNode();
    }

    /**
     * Waits for the answer.
     *
     * @throws PlatformFailure.Final     if the fleet refuses
     * @throws PlatformFailure.Transient if no fleet answers; it may be starting again
     */
    public JsonNode order(String order, JsonNode arguments) {
        // Read each time: a fleet that was started again listens elsewhere.
        var file = ControlFile.read(state).orElseThrow(() -> notRunning(order, null));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/%s".formatted(file.port(), order)))
                .timeout(PATIENCE).header("Authorization", "Bearer " + file.token())
                .POST(BodyPublishers.ofString(arguments.toString())).build();
        try {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            var json = JSON.readTree(answer.body());
            if (answer.statusCode() == 200) {
                return json;
            }
            throw refused(order, json);
        } catch (IOException e) {
            throw notRunning(order, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure.Transient(order, "interrupted", e);
        }
    }

    private static PlatformFailure refused(String order, JsonNode json) {
        var action = json.path("action").asText(order);
        var reason = json.path("reason").asText();
        return json.path("final").asBoolean(true)
                ? new PlatformFailure.Final(action, reason, null)
                : new PlatformFailure.Transient(action, reason, null);
    }

    private PlatformFailure notRunning(String order, IOException cause) {
        return new PlatformFailure.Transient(order,
                "no fleet answers that keeps its state in %s; start it: deployer demo".formatted(state), cause);
    }
}
