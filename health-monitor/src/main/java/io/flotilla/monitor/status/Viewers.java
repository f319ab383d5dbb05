package io.flotilla.monitor.status;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.page.Visitor;
import io.flotilla.base.signin.access.FleetRules;
import io.flotilla.monitor.fleet.WatchedFleet;
import io.flotilla.monitor.watch.Watch;

/** Whoever looks, and what they may see: the portal says it, or where there is none, the catalogue. */
@ApplicationScoped
public class Viewers {
    private final Watch watch;
    private final Visitor visitor;
    private final FleetRules rules;

    Viewers(Watch watch, Visitor visitor, FleetRules rules) {
        this.watch = watch;
        this.visitor = visitor;
        this.rules = rules;
    }

    /** @param fleet what is watched */
    public record Viewer(Person person, WatchedFleet fleet, VisibleApps visible) {}

    /** Empty for a stranger, and while nothing is watched yet. May wait for the portal, so it belongs on a worker. */
    public Optional<Viewer> current() {
        return visitor.person().flatMap(this::of);
    }

    /** What somebody may see, by the groups that they are in now; empty while nothing is watched yet. */
    public Optional<Viewer> of(Person person) {
        return watch.fleet().map(fleet -> viewer(fleet, person));
    }

    private Viewer viewer(WatchedFleet fleet, Person person) {
        var known = rules.now(app -> fleet.view().app(app).map(App::requires).orElse(Set.of()));
        return new Viewer(person, fleet, VisibleApps.of(fleet, person, known));
    }
}
