package io.flotilla.monitor.watch;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.watch.CatalogueFile;
import io.flotilla.base.catalogue.watch.CatalogueWatch;
import io.flotilla.base.catalogue.watch.PostedCatalogue;
import io.flotilla.base.mail.Backoff;
import io.flotilla.base.mail.LogTransport;
import io.flotilla.base.mail.SmtpAddress;
import io.flotilla.base.mail.SmtpTransport;
import io.flotilla.base.mail.Transport;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.store.Store;
import io.flotilla.monitor.maintenance.Maintenance;
import io.flotilla.monitor.notice.Outbox;
import io.flotilla.monitor.notice.Sender;
import io.flotilla.monitor.notice.mail.NoticeMail;
import io.flotilla.monitor.outage.HealthRecords;
import io.flotilla.monitor.outage.Outages;
import io.flotilla.monitor.probe.Probe;
import io.flotilla.monitor.record.Recorder;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;

/** Puts the monitor together from the settings. The parts themselves know nothing of settings or containers. */
@ApplicationScoped
class Parts {
    private static final InstantSource CLOCK = InstantSource.system();

    private final MonitorConfig config;
    private final Vertx vertx;
    private final Store store;

    Parts(MonitorConfig config, Vertx vertx, Store store) {
        this.config = config;
        this.vertx = vertx;
        this.store = store;
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return CLOCK;
    }

    @Produces
    @Singleton
    Probe probe() {
        return new Probe(vertx, CLOCK);
    }

    @Produces
    @Singleton
    Recorder recorder() {
        return new Recorder(store, new HealthRecords(), new Outages(), outbox(), new Maintenance(), CLOCK, Parts::id);
    }

    @Produces
    @Singleton
    Sender sender() {
        var sending = config.monitor();
        var mail = new NoticeMail(config.fleet() + " " + config.environment(), config.origin() + config.urlPath());
        // Twice the transport's limit: a notice that somebody is still handing over must not be claimed again.
        var claimFor = sending.sendTimeout().multipliedBy(2);
        return new Sender(outbox(), mail, transport(),
                new Backoff(sending.retryFirst(), sending.retryCap(), new SecureRandom()), claimFor, CLOCK,
                work -> vertx.executeBlocking(() -> {
                    work.run();
                    return null;
                }, false));
    }

    @Produces
    @Singleton
    CatalogueWatch catalogue(Instance<Noticeboard> noticeboard) {
        var reader = CatalogueReader.ofEnvironment();
        if (config.noticeboard().isPresent()) {
            return new CatalogueWatch(new PostedCatalogue(noticeboard.get()), reader);
        }
        var file = config.catalogueFile().orElseThrow(() -> new ConfigurationException(
                "the monitor does not know what to watch: set flotilla.noticeboard (in the environment: "
                        + "FLOTILLA_NOTICEBOARD) to a folder or s3://bucket/prefix, or flotilla.catalogue-file to a fleet.yaml"));
        return new CatalogueWatch(new CatalogueFile(file), reader);
    }

    @Produces
    @Singleton
    Membership membership() {
        return new Membership(store, CLOCK, id());
    }

    @Produces
    @Singleton
    RolloutNews rollouts(Instance<Noticeboard> noticeboard) {
        return new RolloutNews(config.noticeboard().map(there -> noticeboard.get()), CLOCK);
    }

    private Outbox outbox() {
        return new Outbox(store, config.monitor().gather(), Parts::id);
    }

    private Transport transport() {
        if (config.smtp().isPresent()) {
            return new SmtpTransport(vertx, address(config.smtp().get()), config.monitor().sendTimeout());
        } else if (config.platform().equals("aws")) {
            throw new ConfigurationException("the monitor does not start on platform aws without a mail server: set "
                    + "flotilla.smtp (in the environment: FLOTILLA_SMTP) to smtp://user:password@host:port");
        }
        return new LogTransport();
    }

    private static SmtpAddress address(String setting) {
        try {
            return SmtpAddress.parse(setting);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
