package io.flotilla.base.gate;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** A gate without an app behind it is neither ready nor worth keeping: both run on one instance. */
@Liveness
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
class UpstreamHealth implements AsyncHealthCheck {
    private static final int CONNECT_MILLIS = 1_000;

    private final Optional<Upstream> upstream;
    private final NetClient client;

    UpstreamHealth(GateConfig config, Vertx vertx) {
        this.upstream = config.app();
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return upstream.map(this::connect)
                .orElseGet(() -> Uni.createFrom().item(HealthCheckResponse.up("gate (none)")));
    }

    private Uni<HealthCheckResponse> connect(Upstream app) {
        var name = "the app behind the gate, at %s:%d".formatted(app.host(), app.port());
        return Uni.createFrom().completionStage(() -> client.connect(app.port(), app.host())
                .compose(socket -> socket.close()).map(closed -> HealthCheckResponse.up(name))
                .otherwise(HealthCheckResponse.down(name)).toCompletionStage());
    }
}
