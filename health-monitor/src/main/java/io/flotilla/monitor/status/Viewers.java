package io.flotilla.monitor.status;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.flotilla.base.page.Visitor;
import io.flotilla.monitor.fleet.WatchedFleet;
import io.flotilla.monitor.watch.Watch;

/** Whoever looks, and what they may see. */
@ApplicationScoped
public class Viewers {
    private final Watch watch;
    private final Visitor visitor;

    Viewers(Watch watch, Visitor visitor) {
        this.watch = watch;
        this.visitor = visitor;
    }

    /** @param fleet what is watched */
    public record Viewer(Person person, WatchedFleet fleet, VisibleApps visible) {}

    /** Empty for a stranger, and while nothing is watched yet. */
    public Optional<Viewer> current() {
        return watch.fleet().flatMap(fleet -> visitor.person()
                .map(person -> new Viewer(person, fleet, VisibleApps.of(fleet, person))));
    }
}
