package io.flotilla.monitor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import io.flotilla.base.mail.Backoff;
import io.flotilla.base.mail.Mail;
import io.flotilla.base.mail.Transport;
import io.flotilla.base.store.Store;
import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.fleet.Watched.Kind;
import io.flotilla.monitor.judge.Thresholds;
import io.flotilla.monitor.maintenance.Maintenance;
import io.flotilla.monitor.maintenance.MaintenanceWindow;
import io.flotilla.monitor.maintenance.MaintenanceWindow.Repeat;
import io.flotilla.monitor.notice.Notice;
import io.flotilla.monitor.notice.Outbox;
import io.flotilla.monitor.notice.Sender;
import io.flotilla.monitor.outage.HealthRecords;
import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.outage.Outages;
import io.flotilla.monitor.probe.Check;
import io.flotilla.monitor.probe.Expectation;
import io.flotilla.monitor.probe.Fault;
import io.flotilla.monitor.probe.ProbeResult;
import io.flotilla.monitor.record.Recorder;
import io.flotilla.monitor.record.Recorder.Observation;

/** A monitor with time, randomness and the mail's way out in the test's hands; its database is real. */
public final class Rig implements InstantSource, Transport {
    public static final Duration GATHER = Duration.ofSeconds(10);
    public static final Duration CLAIM = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final Store store;
    private final Random random;
    private final Map<String, Watched> fleet = new LinkedHashMap<>();
    private final List<Notice> composed = new ArrayList<>();
    private final List<Mail> accepted = new ArrayList<>();
    private Transport server = mail -> CompletableFuture.completedStage(new Delivery.Accepted());
    private Instant now = START;
    private int ids;
    private final Maintenance maintenance = new Maintenance();
    private Recorder recorder;
    private Sender sender;

    public Rig(Store store, long seed) {
        this.store = store;
        this.random = new Random(seed);
        restart();
    }

    /** A new process on the old database. */
    public void restart() {
        var outbox = new Outbox(store, GATHER, this::id);
        recorder = new Recorder(store, new HealthRecords(), new Outages(), outbox, maintenance, this, this::id);
        sender = new Sender(outbox, this::compose, this,
                new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10), random), CLAIM, this, Runnable::run);
    }

    public void watch(String app, String... recipients) {
        var prefix = "/" + app.toLowerCase() + "/";
        var check = new Check(URI.create("http://127.0.0.1" + prefix), prefix, Expectation.status(200, 399),
                Duration.ofSeconds(10));
        watch(app, Kind.APP, check, List.of(), List.of(), recipients);
    }

    /** Something that apps stand on, and is checked as they are. */
    public void watchShared(String key, List<String> behind, String... recipients) {
        var check = new Check(URI.create("https://labs.example.com/"), "/", Expectation.ANY_ANSWER,
                Duration.ofSeconds(10));
        watch(key, Kind.SHARED, check, List.of(), behind, recipients);
    }

    /** An app that cannot be reached without something else. */
    public void watchUnder(String part, String app, String... recipients) {
        watch(app, recipients);
        watch(app, Kind.APP, fleet.get(app).check(), List.of(part), List.of(), recipients);
    }

    private void watch(String app, Kind kind, Check check, List<String> under, List<String> behind,
            String... recipients) {
        fleet.put(app, new Watched(app, kind, app + " dashboard", check.url().toString(), check,
                Duration.ofSeconds(60), new Thresholds(3, 2), List.of(recipients), "fleet@example.com",
                Duration.ofHours(4), under, behind));
    }

    /** A good answer with a certificate. */
    public void seeCertificate(String app, Instant expires) {
        recorder.record(List.of(new Observation(fleet.get(app), new ProbeResult(now, Duration.ofMillis(20),
                OptionalInt.of(200), Optional.empty(), "200 OK in 20 ms", Optional.of(expires)))));
    }

    /** Somebody says that they take care of the app's outage. */
    public void acknowledge(String app, Duration length) {
        store.<Object, RuntimeException>write(handle -> new Outages().acknowledge(handle,
                new Outages().openOf(handle, app).orElseThrow().id(),
                new Outage.Acknowledgement("ana", now, now.plus(length))));
    }

    public void maintain(Optional<String> app, Duration length) {
        store.<Object, RuntimeException>write(handle -> {
            maintenance.add(handle, new MaintenanceWindow(id(), app, "new disks", now, now.plus(length), Repeat.ONCE,
                    ZoneOffset.UTC, "ana", now));
            return null;
        });
    }

    /** The app leaves the catalogue. */
    public void unwatch(String app) {
        fleet.remove(app);
        recorder.keepOnly(fleet, "fleet@example.com");
    }

    /** One check of an app: {@code +} is a good answer, {@code -} a bad one; several are a minute apart. */
    public void see(String app, String results) {
        for (var result : results.toCharArray()) {
            pass(Duration.ofSeconds(60));
            recorder.record(List.of(new Observation(fleet.get(app), result(result == '+'))));
        }
    }

    /** As {@link #see}, but only what is to be recorded, and no time passes. */
    public void record(String app, boolean good) {
        recorder.record(List.of(new Observation(fleet.get(app), result(good))));
    }

    public void remind() {
        recorder.remind(fleet);
    }

    /** Sends what is due now. */
    public void send() {
        sender.sendDue().toCompletableFuture().join();
    }

    /** Lets changes gather, then sends. */
    public void sendGathered() {
        pass(GATHER);
        send();
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public void serverDoes(Transport behaviour) {
        server = behaviour;
    }

    /** The mails that the server has taken, in order. */
    public List<Mail> accepted() {
        return accepted;
    }

    /** Everything that a mail was ever made of, for each attempt. */
    public List<Notice> composed() {
        return composed;
    }

    public List<String> subjects() {
        return accepted.stream().map(Mail::subject).toList();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public CompletionStage<Delivery> deliver(Mail mail) {
        return server.deliver(mail).thenApply(delivery -> {
            if (delivery instanceof Delivery.Accepted) {
                accepted.add(mail);
            }
            return delivery;
        });
    }

    private Mail compose(Notice notice) {
        composed.add(notice);
        var lines = notice.lines().stream().map(line -> line.kind() + " " + line.outage().app()).sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        notice.certificates().forEach(warning -> lines.add("%d DAYS %s".formatted(warning.days(), warning.host())));
        return new Mail(notice.sender(), notice.recipient(), notice.messageId(), notice.replyTo(),
                String.join(", ", lines), "", "");
    }

    private ProbeResult result(boolean good) {
        return good
                ? new ProbeResult(now, Duration.ofMillis(20), OptionalInt.of(200), Optional.empty(), "200 OK in 20 ms")
                : new ProbeResult(now, Duration.ofMillis(20), OptionalInt.of(503), Optional.of(Fault.BAD_STATUS),
                        "503 Service Unavailable");
    }

    private String id() {
        return "id%06d".formatted(++ids);
    }
}
