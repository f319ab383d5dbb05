package io.flotilla.portal.fleet;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.catalogue.watch.CatalogueFile;
import io.flotilla.base.catalogue.watch.CatalogueWatch;
import io.flotilla.base.catalogue.watch.PostedCatalogue;
import io.flotilla.base.noticeboard.Noticeboard;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** The fleet as the catalogue says now: what was posted last, or the last one without mistakes. */
@ApplicationScoped
public class Fleet {
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final EnvironmentName environment;
    private final CatalogueWatch watch;
    private final Vertx vertx;
    private long timer = -1;

    Fleet(PortalConfig config, Instance<Noticeboard> noticeboard, Vertx vertx) {
        this.environment = EnvironmentName.named(config.environment()).orElseThrow(() -> new IllegalStateException(
                "flotilla.environment is `%s`; write dev, prod or local".formatted(config.environment())));
        this.watch = new CatalogueWatch(source(config, noticeboard), CatalogueReader.ofEnvironment());
        this.vertx = vertx;
    }

    private static CatalogueWatch.Source source(PortalConfig config, Instance<Noticeboard> noticeboard) {
        if (config.catalogueFile().isPresent()) {
            return new CatalogueFile(config.catalogueFile().get());
        }
        if (config.noticeboard().isPresent()) {
            return new PostedCatalogue(noticeboard.get());
        }
        throw new IllegalStateException(
                "The portal has no catalogue to show: set FLOTILLA_NOTICEBOARD to where the deployer posts it, "
                        + "or FLOTILLA_CATALOGUE_FILE to a fleet.yaml");
    }

    void start(@Observes StartupEvent event) {
        watch.start();
        timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> vertx.executeBlocking(watch::look, true));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Empty until a catalogue without mistakes was seen that has this environment. */
    public Optional<EnvironmentView> view() {
        return watch.state().catalogue().filter(catalogue -> catalogue.environments().containsKey(environment))
                .map(catalogue -> catalogue.in(environment));
    }

    /** Why what stands on the noticeboard now is not shown; empty if it is. */
    public List<Problem> problems() {
        return watch.state().problems();
    }
}
