package io.flotilla.monitor.status;

import java.util.LinkedHashSet;
import java.util.Set;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Person;
import io.flotilla.monitor.fleet.WatchedFleet;

/**
 * Which apps somebody may know of: those that they may open.
 *
 * @param apps the apps by their keys
 * @param all  whether they may know of everything, mails and mistakes included
 */
record VisibleApps(Set<String> apps, boolean all) {

    static VisibleApps of(WatchedFleet fleet, Person person) {
        var overrides = fleet.view().environment().identity().overrides();
        var visible = new LinkedHashSet<String>();
        fleet.view().apps().stream()
                .filter(app -> new AccessRules(app.requires(), overrides).decide(person).allowed())
                .forEach(app -> visible.add(app.name()));
        return new VisibleApps(visible, person.groups().stream().anyMatch(overrides::contains));
    }

    static VisibleApps everything(WatchedFleet fleet) {
        return new VisibleApps(fleet.apps().keySet(), true);
    }

    /** Of an app that has left the catalogue nobody knows who might have opened it. */
    boolean contains(String app) {
        return all || apps.contains(app);
    }
}
