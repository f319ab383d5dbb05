package io.flotilla.base.sample.mailbox;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Where the demo's mails end: an SMTP server that delivers to nobody and shows everything. Only on this machine. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class Mailbox {
    private static final Logger LOG = Logger.getLogger(Mailbox.class);

    private final MailboxConfig config;
    private final boolean chosen;
    private final String platform;
    private MailStore store;
    private SmtpServer server;

    Mailbox(MailboxConfig config, @ConfigProperty(name = "flotilla.sample", defaultValue = "sales") String sample,
            @ConfigProperty(name = "flotilla.platform", defaultValue = "local") String platform) {
        this.config = config;
        this.chosen = sample.equalsIgnoreCase("mailbox");
        this.platform = platform;
    }

    void start(@Observes StartupEvent event) {
        if (!chosen) {
            return;
        }
        if (!platform.equals("local")) {
            throw new IllegalStateException("flotilla.sample=mailbox keeps mails from their recipients and is only for "
                    + "flotilla.platform=local, not " + platform);
        }
        store = MailStore.open(config.folder(), config.limit(), Clock.systemUTC());
        server = SmtpServer.start(config.port(), store);
        LOG.infof("The mailbox takes mail at smtp://127.0.0.1:%d and keeps it in %s", server.port(), config.folder());
    }

    void stop(@Observes ShutdownEvent event) {
        if (server != null) {
            server.close();
        }
    }

    MailStore store() {
        return store;
    }

    public int port() {
        return server.port();
    }
}
