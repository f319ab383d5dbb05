package io.flotilla.monitor.watch;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A monitor whose schedule stands still is worse than none: whoever runs it should start another. */
@Liveness
@ApplicationScoped
class ScheduleCheck implements HealthCheck {
    /** A hundred ticks: far beyond any pause of a busy machine. */
    static final Duration LONGEST = Duration.ofSeconds(25);

    private final Watch watch;

    ScheduleCheck(Watch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var stalled = watch.stalled();
        return HealthCheckResponse.named("schedule")
                .status(stalled.compareTo(LONGEST) < 0)
                .withData("secondsSinceLastTick", stalled.toSeconds())
                .build();
    }
}
