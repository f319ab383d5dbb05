package io.flotilla.deployer.local.gateway;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.BooleanSupplier;

import io.flotilla.deployer.local.process.FreePorts;
import io.flotilla.deployer.local.targets.HealthChecks;
import io.flotilla.deployer.local.targets.TargetGroup;
import io.flotilla.deployer.platform.Targets.State;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A gateway on a port of its own, with one app behind it, for a test. */
@Timeout(300)
abstract class OpenGateway {
    static final int MEGABYTE = 1024 * 1024;
    static final Path STATE = Path.of("/the/state");

    final FreePorts ports = new FreePorts(new Random());
    final int port = ports.next();
    final Routes routes = new Routes();
    final SampleApp sales = new SampleApp("Sales");
    private final Gateway gateway = Gateway.open(port, "/portal/", STATE, routes);
    final HealthChecks checks = new HealthChecks(routes::targetGroups).start();
    final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void end() {
        checks.close();
        gateway.close();
        sales.close();
    }

    /** Puts a rule in and waits until one of its targets is sent requests. */
    void put(Route route) throws InterruptedException {
        routes.put(route);
        await(() -> route.targets().health().stream().anyMatch(target -> target.state() == State.HEALTHY));
    }

    static TargetGroup empty(TargetGroup like) {
        return new TargetGroup(like.policy(), InstantSource.system());
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    JsonObject seen(String path, String... headers) throws Exception {
        var request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new JsonObject(client.send(request.build(), BodyHandlers.ofString()).body());
    }

    HttpResponse<String> get(String path, String accept) throws Exception {
        return client.send(request(path).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    HttpResponse<InputStream> open(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofInputStream());
    }

    HttpRequest.Builder request(String path) {
        return request(port, path);
    }

    static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replace("<b>", "%3Cb%3E")));
    }
}
