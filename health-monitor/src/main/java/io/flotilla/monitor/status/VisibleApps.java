package io.flotilla.monitor.status;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Person;
import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.fleet.Watched.Kind;
import io.flotilla.monitor.fleet.WatchedFleet;

/**
 * Which apps somebody may know of: those that they may open, and what all of them share.
 *
 * @param apps  by their keys
 * @param cared those that they answer for or are mailed about, and may therefore act upon
 * @param all   whether they may know of everything and act upon it, mails and mistakes included
 */
public record VisibleApps(Set<String> apps, Set<String> cared, boolean all) {

    /** @param rules who may open an app of the fleet, by its key; endpoints outside the fleet only the catalogue knows */
    public static VisibleApps of(WatchedFleet fleet, Person person, Function<String, AccessRules> rules) {
        var overrides = fleet.view().environment().identity().overrides();
        var visible = new LinkedHashSet<String>();
        var cared = new LinkedHashSet<String>();
        fleet.view().apps().stream().filter(app -> rules.apply(app.name()).decide(person).allowed()).forEach(app -> {
            visible.add(app.name());
            if (app.owners().contains(person.email()) || app.emailTo().contains(person.email())) {
                cared.add(app.name());
            }
        });
        fleet.view().environment().alerts().endpoints().stream()
                .filter(endpoint -> new AccessRules(endpoint.requires(), overrides).decide(person).allowed())
                .forEach(endpoint -> visible.add(endpoint.name()));
        fleet.apps().values().stream().filter(watched -> watched.kind() == Kind.SHARED).map(Watched::app)
                .forEach(visible::add);
        return new VisibleApps(visible, cared, person.groups().stream().anyMatch(overrides::contains));
    }

    public static VisibleApps everything(WatchedFleet fleet) {
        return new VisibleApps(fleet.apps().keySet(), Set.of(), true);
    }

    /** Of an app that has left the catalogue nobody knows who might have opened it. */
    public boolean contains(String app) {
        return all || apps.contains(app);
    }

    /** Whether they may acknowledge its outages. */
    public boolean caresFor(String app) {
        return all || cared.contains(app);
    }
}
