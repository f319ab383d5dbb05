package io.flotilla.deployer.release;

import java.time.Duration;
import java.util.Optional;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.journal.Terms;

/**
 * What a person asks of a rollout, for any app.
 *
 * @see Terms
 */
public record Wishes(Duration healthyWithin, int answers, Duration bake, Optional<String> hook,
        Optional<Duration> approval) {

    /** The seed's 15 minutes; long enough a bake to meet every instance several times. */
    public static final Wishes USUAL = new Wishes(Duration.ofMinutes(15), 6, Duration.ofSeconds(30), Optional.empty(),
            Optional.empty());

    /** For this app: asked by its own health check. */
    Terms terms(EnvironmentView view, App app) {
        var health = app.health();
        return new Terms(healthyWithin, view.url(app), health.path(), health.statusFrom(), health.statusTo(), answers,
                bake, hook, approval);
    }
}
