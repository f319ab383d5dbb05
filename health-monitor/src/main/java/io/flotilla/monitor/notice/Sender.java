package io.flotilla.monitor.notice;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.flotilla.base.mail.Backoff;
import io.flotilla.base.mail.Transport;
import io.flotilla.base.mail.Transport.Delivery;
import io.flotilla.base.mail.Transport.Delivery.Accepted;
import io.flotilla.base.mail.Transport.Delivery.Deferred;
import io.flotilla.base.mail.Transport.Delivery.Refused;
import io.flotilla.monitor.notice.Outbox.Claimed;
import org.jboss.logging.Logger;

/**
 * Sends what is due, at least once: a notice is claimed, handed over, and only then marked as sent. Whoever dies in
 * between leaves a claim that runs out.
 */
public final class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final int AT_ONCE = 8;

    private final Outbox outbox;
    private final Composer composer;
    private final Transport transport;
    private final Backoff backoff;
    private final Duration claimFor;
    private final InstantSource clock;
    private final Executor worker;

    /**
     * @param claimFor how long a notice is ours; longer than the transport's limit of time
     * @param worker   where results are written down; the transport may complete on a thread that must not wait
     */
    public Sender(Outbox outbox, Composer composer, Transport transport, Backoff backoff, Duration claimFor,
            InstantSource clock, Executor worker) {
        this.outbox = outbox;
        this.composer = composer;
        this.transport = transport;
        this.backoff = backoff;
        this.claimFor = claimFor;
        this.clock = clock;
        this.worker = worker;
    }

    /** Sends the notices that are due now; completes when what became of each is written down. */
    public CompletionStage<Void> sendDue() {
        var now = clock.instant();
        return CompletableFuture.allOf(outbox.claim(now, now.plus(claimFor), AT_ONCE).stream()
                .map(this::send)
                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> send(Claimed claimed) {
        CompletionStage<Delivery> delivery;
        try {
            delivery = transport.deliver(composer.compose(claimed.notice()));
        } catch (RuntimeException e) {
            delivery = CompletableFuture.failedStage(e);
        }
        return delivery.exceptionally(failure -> new Deferred(String.valueOf(failure)))
                .thenAcceptAsync(what -> writeDown(claimed, what), worker)
                .toCompletableFuture();
    }

    private void writeDown(Claimed claimed, Delivery delivery) {
        var notice = claimed.notice();
        var now = clock.instant();
        if (delivery instanceof Accepted) {
            outbox.sent(claimed, now);
            LOG.infof("Notice %s sent to %s.", notice.id(), notice.recipient());
        } else if (delivery instanceof Refused refused) {
            outbox.parked(claimed, refused.why(), now);
            LOG.errorf("Notice %s to %s is refused for good, and put aside: %s", notice.id(), notice.recipient(),
                    refused.why());
        } else if (delivery instanceof Deferred deferred) {
            var pause = backoff.after(notice.attempts());
            outbox.deferred(claimed, deferred.why(), now.plus(pause));
            LOG.warnf("Notice %s to %s not sent (attempt %d), next try in %d s: %s", notice.id(), notice.recipient(),
                    notice.attempts(), pause.toSeconds(), deferred.why());
        }
    }
}
