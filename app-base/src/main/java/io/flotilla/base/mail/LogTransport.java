package io.flotilla.base.mail;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jboss.logging.Logger;

/** Writes mails to the log where no mail server is set, on a machine of one's own. */
public final class LogTransport implements Transport {
    private static final Logger LOG = Logger.getLogger(LogTransport.class);

    @Override
    public CompletionStage<Delivery> deliver(Mail mail) {
        LOG.infof("No flotilla.smtp is set, so this mail goes no further than here.%nTo: %s%nSubject: %s%n%n%s",
                mail.to(), mail.subject(), mail.text());
        return CompletableFuture.completedStage(new Delivery.Accepted());
    }
}
