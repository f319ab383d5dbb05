package io.flotilla.monitor.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.judge.Health;
import io.flotilla.monitor.judge.Judge;
import io.flotilla.monitor.judge.Sighting;
import io.flotilla.monitor.notice.Notice.Kind;
import io.flotilla.monitor.notice.Outbox;
import io.flotilla.monitor.outage.HealthRecords;
import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.outage.Outages;
import io.flotilla.monitor.probe.ProbeResult;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what checks saw and what follows from it: health, outage and notices in ONE transaction. It remembers
 * nothing itself, so a restart, or a second monitor on the same database, carries on where the last write ended.
 */
public final class Recorder {
    private final Store store;
    private final HealthRecords records;
    private final Outages outages;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public Recorder(Store store, HealthRecords records, Outages outages, Outbox outbox, InstantSource clock,
            Supplier<String> ids) {
        this.store = store;
        this.records = records;
        this.outages = outages;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** What a check of an app saw. */
    public record Observation(Watched watched, ProbeResult result) {}

    /** Records observations, all or none; an app may occur more than once, oldest first. */
    public void record(Collection<Observation> observations) {
        store.write(handle -> {
            observations.forEach(observation -> record(handle, observation.watched(), observation.result()));
            return null;
        });
    }

    private void record(Handle handle, Watched watched, ProbeResult result) {
        var before = records.of(handle, watched.app());
        if (before.last().isPresent() && !result.at().isAfter(before.last().get().at())) {
            return; // Another monitor has seen the app since; the past does not change a verdict.
        }
        var verdict = new Judge(watched.thresholds()).judge(before, result);
        records.write(handle, watched.app(), verdict.health());
        switch (verdict.change()) {
            case WENT_DOWN -> open(handle, watched, before, verdict.health().firstBad().orElseThrow(), result);
            case CAME_BACK -> outages.openOf(handle, watched.app())
                    .ifPresent(outage -> close(handle, watched.sender(), outage,
                            new Outage.Ending(result.at(), false, Optional.of(result.seen()))));
            case NONE -> {
            }
        }
    }

    private void open(Handle handle, Watched watched, Health before, Sighting firstBad,
            ProbeResult result) {
        var outage = new Outage(ids.get(), watched.app(), watched.title(), watched.url(), result.at(), Optional.empty(),
                before.lastGood(), firstBad, 0);
        outages.open(handle, outage, result.at().plus(Reminders.pause(0, watched.remindEvery())));
        outbox.tell(handle, watched.sender(), watched.recipients(), outage.id(), Kind.OUTAGE, clock.instant());
    }

    private void close(Handle handle, String sender, Outage outage, Outage.Ending ending) {
        outages.close(handle, outage.id(), ending);
        outbox.tell(handle, sender, outbox.toldOf(handle, outage.id()), outage.id(), Kind.RECOVERY, clock.instant());
    }

    /** Reminds people of the outages that have lasted long enough, unless an earlier word about one still waits. */
    public void remind(Map<String, Watched> fleet) {
        store.write(handle -> {
            var now = clock.instant();
            for (var outage : outages.toRemind(handle, now)) {
                var watched = fleet.get(outage.app());
                if (watched != null) {
                    remind(handle, watched, outage, now);
                }
            }
            return null;
        });
    }

    private void remind(Handle handle, Watched watched, Outage outage, Instant now) {
        var next = now.plus(Reminders.pause(outage.reminders() + 1, watched.remindEvery()));
        if (outages.reminded(handle, outage, next)) {
            var waiting = outbox.waitingFor(handle, outage.id());
            var told = outbox.toldOf(handle, outage.id()).stream().filter(who -> !waiting.contains(who)).toList();
            outbox.tell(handle, watched.sender(), told, outage.id(), Kind.REMINDER, now);
        }
    }

    /** Forgets the apps that have left the catalogue; an outage that one was in ends with it, and its people are told. */
    public void keepOnly(Map<String, Watched> fleet, String sender) {
        store.write(handle -> {
            records.forgetAllBut(handle, fleet.keySet());
            outages.open(handle).stream().filter(outage -> !fleet.containsKey(outage.app()))
                    .forEach(outage -> close(handle, sender, outage,
                            new Outage.Ending(clock.instant(), true, Optional.empty())));
            return null;
        });
    }
}
