package io.flotilla.base.sample.breakable;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.properties.IfBuildProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** What the load balancer and the monitor hear of the mood. The other samples are always well. */
@Liveness
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class BreakableHealth implements HealthCheck {
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final Breakable breakable;

    BreakableHealth(Breakable breakable) {
        this.breakable = breakable;
    }

    @Override
    public HealthCheckResponse call() {
        var mood = breakable.mood();
        if (mood == Mood.SLOW) {
            pause();
        }
        return HealthCheckResponse.named("sample").status(mood != Mood.FAILING).build();
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
