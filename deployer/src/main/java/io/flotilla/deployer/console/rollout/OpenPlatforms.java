package io.flotilla.deployer.console.rollout;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.deployer.console.ConsoleConfig;
import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.terminal.Failure;

/** The environments' platforms, opened when they are first needed, and again when the catalogue has changed. */
@ApplicationScoped
public class OpenPlatforms {
    private final ConsoleConfig config;
    private final Map<EnvironmentName, Opened> opened = new HashMap<>();

    private record Opened(EnvironmentView view, Platform platform) {}

    OpenPlatforms(ConsoleConfig config) {
        this.config = config;
    }

    /** The environment as the catalogue describes it now; empty if it has none of that name, or mistakes. */
    public Optional<EnvironmentView> view(String environment) {
        var reading = CatalogueReader.ofEnvironment().read(config.catalogue());
        return EnvironmentName.named(environment)
                .filter(name -> reading instanceof Reading.Valid)
                .filter(name -> ((Reading.Valid) reading).catalogue().environments().containsKey(name))
                .map(name -> ((Reading.Valid) reading).catalogue().in(name));
    }

    /** @throws Failure if it cannot be reached */
    public synchronized Platform of(EnvironmentView view) {
        var name = view.environment().name();
        var there = opened.get(name);
        if (there == null || !there.view().equals(view)) {
            there = new Opened(view, open(view));
            // The former one stays open: rollouts may be using it.
            opened.put(name, there);
        }
        return there.platform();
    }

    /**
     * Opens it for the caller alone, who closes it.
     *
     * @throws Failure if it cannot be reached
     */
    public Platform open(EnvironmentView view) {
        return Platforms.open(view, config.catalogue());
    }

    @PreDestroy
    synchronized void close() {
        opened.values().forEach(each -> each.platform().close());
    }
}
