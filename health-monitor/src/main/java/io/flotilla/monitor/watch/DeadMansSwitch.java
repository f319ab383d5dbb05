package io.flotilla.monitor.watch;

import java.net.URI;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.monitor.probe.Check;
import io.flotilla.monitor.probe.Check.Redirects;
import io.flotilla.monitor.probe.Expectation;
import io.flotilla.monitor.probe.Probe;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

/**
 * Tells somebody outside, such as Healthchecks, that the monitor works, by asking for a URL. It falls silent when the
 * schedule stands still or results cannot be written down, and then they raise the alarm.
 */
@ApplicationScoped
class DeadMansSwitch {
    private static final Logger LOG = Logger.getLogger(DeadMansSwitch.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Watch watch;
    private final Probe probe;

    DeadMansSwitch(Watch watch, Probe probe) {
        this.watch = watch;
        this.probe = probe;
    }

    @Scheduled(every = "${flotilla.monitor.ping-every:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    void ping() {
        if (watch.works()) {
            watch.fleet().flatMap(fleet -> fleet.view().environment().alerts().ping()).ifPresent(this::ping);
        }
    }

    private void ping(String url) {
        probe.run(new Check(URI.create(url), Redirects.ANYWHERE, "/", Expectation.status(200, 299), TIMEOUT))
                .thenAccept(result -> {
                    if (!result.good()) {
                        LOG.warnf("The dead man's switch did not take the ping: %s", result.seen());
                    }
                });
    }
}
