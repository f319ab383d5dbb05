package io.flotilla.monitor.watch;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.flotilla.base.catalogue.watch.CatalogueWatch;
import io.flotilla.base.store.Store;
import io.flotilla.monitor.history.History;
import io.flotilla.monitor.notice.Sender;
import io.flotilla.monitor.record.Recorder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

/** What is to be done now and then, besides checking. None of it keeps a check waiting. */
@ApplicationScoped
class Chores {
    private static final Logger LOG = Logger.getLogger(Chores.class);

    private final Watch watch;
    private final CatalogueWatch catalogue;
    private final Recorder recorder;
    private final Sender sender;
    private final Store store;
    private final InstantSource clock;
    private final Membership membership;
    private final boolean shared;
    private final History history = new History();

    Chores(Watch watch, CatalogueWatch catalogue, Recorder recorder, Sender sender, Store store, InstantSource clock,
            Membership membership, MonitorConfig config) {
        this.watch = watch;
        this.catalogue = catalogue;
        this.recorder = recorder;
        this.sender = sender;
        this.store = store;
        this.clock = clock;
        this.membership = membership;
        // A file beside the program is no other's.
        this.shared = config.database().filter(url -> !url.contains("sqlite:")).isPresent();
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void lookAtTheCatalogue() {
        var before = catalogue.state().problems();
        var problems = catalogue.look().problems();
        if (!problems.equals(before)) {
            problems.forEach(problem -> LOG.warnf("The catalogue is not taken: %s", problem));
        }
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void remind() {
        watch.fleet().ifPresent(fleet -> recorder.remind(fleet.apps()));
        watch.doubtAgain();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
        sender.sendDue();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void beat() {
        if (shared) {
            membership.beat();
        }
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void tidy() {
        store.<Object, RuntimeException>write(handle -> {
            history.tidy(handle, clock.instant());
            return List.of();
        });
    }

    void leave(@Observes ShutdownEvent event) {
        if (shared) {
            membership.leave();
        }
    }
}
