package io.flotilla.portal.mail;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.mail.Backoff;
import io.flotilla.base.mail.LogTransport;
import io.flotilla.base.mail.Mail;
import io.flotilla.base.mail.SmtpAddress;
import io.flotilla.base.mail.SmtpTransport;
import io.flotilla.base.mail.Transport;
import io.flotilla.base.mail.Transport.Delivery;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.mail.Outbox.Due;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox has: a letter is claimed, handed over, and only then marked as sent. What fails is tried again, later
 * and later; whoever dies in between leaves a claim that runs out.
 */
@ApplicationScoped
public class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** Longer than the transport's limit: a letter that is still being handed over must not be claimed again. */
    private static final Duration CLAIMED_FOR = TIMEOUT.multipliedBy(2);
    private static final int AT_ONCE = 8;
    private static final String NO_SENDER = "flotilla@localhost";

    private final Outbox outbox;
    private final Fleet fleet;
    private final MailConfig config;
    private final Vertx vertx;
    private final Transport transport;
    private final Backoff backoff;
    private final AtomicBoolean sending = new AtomicBoolean();
    private long timer = -1;

    Postman(Outbox outbox, Fleet fleet, MailConfig config, Vertx vertx) {
        this.outbox = outbox;
        this.fleet = fleet;
        this.config = config;
        this.vertx = vertx;
        this.transport = transport(config, vertx);
        this.backoff = new Backoff(config.retryFirst(), config.retryCap(), new SecureRandom());
    }

    private static Transport transport(MailConfig config, Vertx vertx) {
        try {
            return config.smtp()
                    .<Transport>map(address -> new SmtpTransport(vertx, SmtpAddress.parse(address), TIMEOUT))
                    .orElseGet(LogTransport::new);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> {
            if (sending.compareAndSet(false, true)) {
                vertx.executeBlocking(this::sendDue, true).onComplete(done -> sending.set(false));
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private Void sendDue() {
        var now = Instant.now();
        try {
            List<Due> due = outbox.claim(now, now.plus(CLAIMED_FOR), AT_ONCE);
            CompletableFuture.allOf(due.stream().map(this::send).toArray(CompletableFuture[]::new)).join();
        } catch (RuntimeException e) {
            LOG.error("Mails wait, because the outbox cannot be read or written.", e);
        }
        return null;
    }

    private CompletableFuture<Void> send(Due due) {
        return transport.deliver(mail(due)).thenCompose(delivery -> vertx.executeBlocking(() -> {
            writeDown(due, delivery);
            return (Void) null;
        }, false).toCompletionStage()).toCompletableFuture();
    }

    private Mail mail(Due due) {
        var sender = fleet.view().map(EnvironmentView::environment).flatMap(here -> here.alerts().from())
                .orElse(NO_SENDER);
        var name = "\"%s %s\"".formatted(config.fleet(), config.environment()).replaceAll("[\\\\\\p{Cntrl}]", "");
        var id = due.id() + "@" + sender.substring(sender.indexOf('@') + 1);
        return new Mail("%s <%s>".formatted(name, sender), due.letter().recipient(), id, List.of(),
                due.letter().subject(), due.letter().text(), due.letter().html());
    }

    private void writeDown(Due due, Delivery delivery) {
        var now = Instant.now();
        if (delivery instanceof Delivery.Accepted) {
            outbox.sent(due.id(), now);
        } else if (delivery instanceof Delivery.Refused refused) {
            outbox.parked(due.id(), refused.why(), now);
            LOG.errorf("The mail \"%s\" to %s is refused for good, and put aside: %s", due.letter().subject(),
                    due.letter().recipient(), refused.why());
        } else if (delivery instanceof Delivery.Deferred deferred) {
            var pause = backoff.after(due.attempts());
            outbox.deferred(due.id(), deferred.why(), now.plus(pause));
            LOG.warnf("The mail \"%s\" to %s is not sent (attempt %d), next try in %d s: %s", due.letter().subject(),
                    due.letter().recipient(), due.attempts(), pause.toSeconds(), deferred.why());
        }
    }
}
