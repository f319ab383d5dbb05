package io.flotilla.monitor.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.catalogue.watch.CatalogueWatch;
import io.flotilla.monitor.doubt.Anchors;
import io.flotilla.monitor.doubt.Doubt;
import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.fleet.Watched.Kind;
import io.flotilla.monitor.fleet.WatchedFleet;
import io.flotilla.monitor.probe.Probe;
import io.flotilla.monitor.record.Recorder;
import io.flotilla.monitor.record.Recorder.Observation;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * The monitor at work. Checks begin on an event loop, four times a second those that are due; what they see is written down
 * by a worker, and mails are sent by others, so that neither a slow database nor a hung mail server keeps an app unchecked.
 */
@ApplicationScoped
public class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration TICK = Duration.ofMillis(250);
    /** What is seen meanwhile is written down in one transaction; short beside any interval between two checks. */
    private static final Duration GATHER = Duration.ofMillis(500);

    private final MonitorConfig config;
    private final Vertx vertx;
    private final InstantSource clock;
    private final CatalogueWatch catalogue;
    private final Probe probe;
    private final Recorder recorder;
    private final Membership membership;
    private final RolloutNews rollouts;
    private final Anchors anchors;
    private final Doubt doubt;
    private final Intake intake;
    private final Schedule<Watched> schedule = new Schedule<>(Watched::every);

    private volatile Optional<WatchedFleet> fleet = Optional.empty();
    private volatile Instant ticked;
    private volatile boolean recorded = true;
    private long timer;

    Watch(MonitorConfig config, Vertx vertx, InstantSource clock, CatalogueWatch catalogue, Probe probe,
            Recorder recorder, Membership membership, RolloutNews rollouts) {
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.catalogue = catalogue;
        this.probe = probe;
        this.recorder = recorder;
        this.membership = membership;
        this.rollouts = rollouts;
        this.anchors = new Anchors(probe::run, clock);
        this.doubt = new Doubt(anchors, clock);
        this.intake = new Intake(this::record, work -> vertx.setTimer(GATHER.toMillis(),
                gathered -> vertx.executeBlocking(() -> {
                    work.run();
                    return null;
                }, false)));
        this.ticked = clock.instant();
    }

    void start(@Observes StartupEvent event) {
        catalogue.onChange(this::take);
        var problems = catalogue.start().problems();
        problems.forEach(problem -> LOG.warnf("No catalogue yet: %s", problem));
        timer = vertx.setPeriodic(TICK.toMillis(), tick -> tick());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** What is watched; empty until there was a catalogue. */
    public Optional<WatchedFleet> fleet() {
        return fleet;
    }

    /** Why the catalogue that stands there now was not taken. */
    public List<Problem> problems() {
        return catalogue.state().problems();
    }

    /** How long the schedule has stood still. */
    public Duration stalled() {
        return Duration.between(ticked, clock.instant());
    }

    /** Whether checks go on and are written down. */
    boolean works() {
        return recorded && stalled().compareTo(ScheduleCheck.LONGEST) < 0;
    }

    /** Looks whether the monitor is still cut off. */
    void doubtAgain() {
        doubt.look();
    }

    /** Since when the monitor itself has been cut off; empty if it is not. */
    public Optional<Instant> cutOff() {
        return doubt.cutOff();
    }

    private void take(Catalogue taken) {
        var watched = WatchedFleet.of(taken.in(environment()));
        recorder.keepOnly(watched.apps(), watched.sender());
        synchronized (schedule) {
            schedule.replace(watched.apps(), clock.instant());
        }
        anchors.use(watched.view().environment().alerts().anchors());
        fleet = Optional.of(watched);
        LOG.infof("Watching %d apps of %s.", watched.apps().size(), config.environment());
    }

    private EnvironmentName environment() {
        return EnvironmentName.named(config.environment()).orElseThrow(() -> new ConfigurationException(
                "flotilla.environment is \"%s\"; it is dev, prod or local".formatted(config.environment())));
    }

    private void tick() {
        var now = clock.instant();
        List<Watched> due;
        synchronized (schedule) {
            due = schedule.due(now);
        }
        due.stream().filter(watched -> membership.mine(watched.app())).forEach(watched -> probe.run(watched.check())
                .thenAccept(result -> doubt.consider(new Observation(watched, result), intake::accept)));
        ticked = now;
    }

    /** An app may have left the catalogue while its check was under way. */
    private void record(List<Observation> observations) {
        Map<String, Watched> apps = fleet.map(WatchedFleet::apps).orElse(Map.of());
        recorded = false;
        recorder.record(observations.stream().filter(seen -> apps.containsKey(seen.watched().app()))
                .map(this::withRollout).toList());
        recorded = true;
    }

    private Observation withRollout(Observation seen) {
        return seen.result().good() || seen.watched().kind() != Kind.APP
                ? seen
                : new Observation(seen.watched(), seen.result(), rollouts.of(seen.watched().app()));
    }
}
