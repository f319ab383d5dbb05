package io.flotilla.monitor.record;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.history.History;
import io.flotilla.monitor.judge.Health;
import io.flotilla.monitor.judge.Judge;
import io.flotilla.monitor.judge.State;
import io.flotilla.monitor.maintenance.Maintenance;
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
    private final Holds holds;
    private final CertificateWatch certificates;
    private final History history = new History();
    private final InstantSource clock;
    private final Supplier<String> ids;

    public Recorder(Store store, HealthRecords records, Outages outages, Outbox outbox,
            Maintenance maintenance, InstantSource clock, Supplier<String> ids) {
        this.store = store;
        this.records = records;
        this.outages = outages;
        this.outbox = outbox;
        this.holds = new Holds(maintenance);
        this.certificates = new CertificateWatch(outbox);
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What a check of an app saw.
     *
     * @param rollout the app's newest rollout, if anybody looked
     */
    public record Observation(Watched watched, ProbeResult result, Optional<Rollout> rollout) {
        public Observation(Watched watched, ProbeResult result) {
            this(watched, result, Optional.empty());
        }
    }

    /** @param words what people are told of it; @param running whether it is under way */
    public record Rollout(String words, boolean running) {}

    /** Records observations, all or none; an app may occur more than once, oldest first. */
    public void record(Collection<Observation> observations) {
        store.write(handle -> {
            var apps = observations.stream().map(observation -> observation.watched().app()).distinct().toList();
            var healths = new Healths(records, handle, apps);
            history.add(handle, observations.stream().filter(observation -> record(handle, healths, observation))
                    .map(Recorder::result).toList());
            healths.flush();
            return null;
        });
    }

    private static History.Result result(Observation observation) {
        var result = observation.result();
        return new History.Result(observation.watched().app(), result.at(), result.latency(), result.good());
    }

    /** False if another monitor has seen the app since: the past does not change a verdict. */
    private boolean record(Handle handle, Healths healths, Observation observation) {
        var watched = observation.watched();
        var result = observation.result();
        var before = healths.of(watched.app());
        if (before.last().isPresent() && !result.at().isAfter(before.last().get().at())) {
            return false;
        }
        var verdict = new Judge(watched.thresholds()).judge(before, result);
        healths.put(watched.app(), verdict.health());
        switch (verdict.change()) {
            case WENT_DOWN -> open(handle, healths, observation, before);
            case CAME_BACK -> outages.openOf(handle, watched.app())
                    .ifPresent(outage -> close(handle, watched.sender(), outage,
                            new Outage.Ending(result.at(), false, Optional.of(result.seen()))));
            case NONE -> {
                if (verdict.health().state() == State.DOWN && !result.good()) {
                    tellWhatWasHeld(handle, healths, watched, result.at());
                }
            }
        }
        result.expires().ifPresent(expires -> certificates.seen(handle, watched, expires, clock.instant()));
        return true;
    }

    private void open(Handle handle, Healths healths, Observation observation, Health before) {
        var firstBad = healths.of(observation.watched().app()).firstBad().orElseThrow();
        var watched = observation.watched();
        var at = observation.result().at();
        var heldBy = holds.holding(handle, healths, watched, at);
        var behind = watched.behind().isEmpty()
                ? Optional.<String>empty()
                : Optional.of(String.join(", ", watched.behind()));
        var outage = new Outage(ids.get(), watched.app(), watched.title(), watched.url(), at, before.lastGood(),
                firstBad, new Outage.Circumstances(heldBy, behind, observation.rollout().map(Rollout::words),
                        observation.rollout().filter(Rollout::running).isPresent()));
        outages.open(handle, outage, at.plus(Reminders.pause(0, watched.remindEvery())));
        if (heldBy.isEmpty()) {
            outbox.tell(handle, watched.sender(), watched.recipients(), outage.id(), Kind.OUTAGE, clock.instant());
        }
    }

    /** The shared part is back, or the maintenance over, and the app is still down: now it is news of its own. */
    private void tellWhatWasHeld(Handle handle, Healths healths, Watched watched, Instant at) {
        outages.openOf(handle, watched.app())
                .filter(outage -> outage.circumstances().heldBy()
                        .filter(by -> holds.over(handle, healths, by, watched, at))
                        .isPresent())
                .ifPresent(outage -> {
                    var heldBy = holds.holding(handle, healths, watched, at);
                    if (heldBy.isEmpty()) {
                        outages.release(handle, outage.id(),
                                clock.instant().plus(Reminders.pause(0, watched.remindEvery())));
                        outbox.tell(handle, watched.sender(), watched.recipients(), outage.id(), Kind.OUTAGE,
                                clock.instant());
                    }
                });
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
                if (watched != null && !holds.maintained(handle, watched, now)) {
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
