package io.flotilla.deployer.local.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.local.gateway.Gateway;
import io.flotilla.deployer.terminal.Failure;

/** Finds the fleet that runs on this machine: whoever holds the environment's port says where its state is. */
final class RunningFleet {
    private static final String VARIABLE = "FLOTILLA_LOCAL_STATE";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private RunningFleet() {}

    /** @throws Failure if there is none */
    static Path stateOf(EnvironmentView view) {
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(named -> !named.isBlank()).map(Path::of)
                .orElseGet(() -> asked(view.environment().origin()));
    }

    private static Path asked(String origin) {
        try {
            var answer = HttpClient.newBuilder().connectTimeout(LIMIT).build().send(
                    HttpRequest.newBuilder(URI.create(origin + Gateway.STATE_PATH)).timeout(LIMIT).build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == 200 && answer.body().startsWith("/")) {
                return Path.of(answer.body().strip());
            }
            throw notRunning(origin, "what answers at %s is no fleet".formatted(origin), null);
        } catch (IOException e) {
            throw notRunning(origin, "no fleet runs at " + origin, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notRunning(origin, "interrupted", e);
        }
    }

    private static Failure notRunning(String origin, String what, Exception cause) {
        return new Failure(
                "%s; start it in another terminal: deployer demo (or ./mvnw -Pdemo). If it has another port, name its state folder: %s=…"
                        .formatted(what, VARIABLE),
                cause);
    }
}
