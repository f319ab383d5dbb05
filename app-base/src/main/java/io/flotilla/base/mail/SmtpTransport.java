package io.flotilla.base.mail;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;

/** Hands mails to an SMTP server, each over a connection of its own, and never blocks. */
public final class SmtpTransport implements Transport {
    private final Vertx vertx;
    private final MailClient client;
    private final Duration timeout;

    /** @param timeout for the whole of one mail's delivery */
    public SmtpTransport(Vertx vertx, SmtpAddress address, Duration timeout) {
        this.vertx = vertx;
        this.timeout = timeout;
        this.client = MailClient.create(vertx, config(address, timeout));
    }

    @Override
    public CompletionStage<Delivery> deliver(Mail mail) {
        var delivery = new CompletableFuture<Delivery>();
        var timer = vertx.setTimer(timeout.toMillis(), late -> delivery.complete(new Delivery.Deferred(
                "the mail server did not finish within %d s".formatted(timeout.toSeconds()))));
        delivery.whenComplete((what, failure) -> vertx.cancelTimer(timer));
        client.sendMail(message(mail))
                .onSuccess(accepted -> delivery.complete(new Delivery.Accepted()))
                .onFailure(failure -> delivery.complete(Failures.delivery(failure)));
        return delivery;
    }

    private static MailConfig config(SmtpAddress address, Duration timeout) {
        var config = new MailConfig(address.host(), address.port())
                .setSsl(address.tls())
                .setKeepAlive(false)
                .setConnectTimeout((int) timeout.toMillis())
                .setIdleTimeout((int) Math.max(1, timeout.toSeconds()))
                .setStarttls(StartTLSOptions.OPTIONAL)
                .setLogin(LoginOption.DISABLED);
        config.setHostnameVerificationAlgorithm("HTTPS");
        address.login().ifPresent(login -> {
            config.setLogin(LoginOption.REQUIRED).setUsername(login.user()).setPassword(login.password());
            if (!address.tls() && !address.onThisMachine()) {
                config.setStarttls(StartTLSOptions.REQUIRED);
            }
        });
        return config;
    }

    private static MailMessage message(Mail mail) {
        var message = new MailMessage(mail.from(), mail.to(), mail.subject(), mail.text())
                .setHtml(mail.html())
                .addHeader("Message-ID", bracketed(mail.messageId()))
                // Away notices must not answer a machine.
                .addHeader("Auto-Submitted", "auto-generated");
        if (!mail.replyTo().isEmpty()) {
            message.addHeader("In-Reply-To", bracketed(mail.replyTo().get(mail.replyTo().size() - 1)));
            message.addHeader("References", mail.replyTo().stream().map(SmtpTransport::bracketed)
                    .collect(Collectors.joining(" ")));
        }
        return message;
    }

    private static String bracketed(String messageId) {
        return "<" + messageId + ">";
    }

    /**
     * What a failure means for the mail. Only a permanent refusal of this recipient or this message is final; a
     * server that refuses us altogether (its greeting, our login, our sender address) is a matter of settings,
     * and no notice may be lost while somebody mends them.
     */
    private static final class Failures {
        static Delivery delivery(Throwable failure) {
            var why = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
            return failure instanceof SMTPException smtp && smtp.isPermanent() && concernsTheMail(why)
                    ? new Delivery.Refused(why)
                    : new Delivery.Deferred(why);
        }

        private static boolean concernsTheMail(String why) {
            return why.startsWith("recipient address not accepted") || why.startsWith("sending data failed")
                    || why.startsWith("message exceeds allowed size limit");
        }
    }
}
