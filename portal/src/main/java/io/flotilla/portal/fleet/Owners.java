package io.flotilla.portal.fleet;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.App;

/** Who looks after what: an app's owners after their app, the override groups after everything. */
@ApplicationScoped
public class Owners {
    private final PortalConfig config;

    Owners(PortalConfig config) {
        this.config = config;
    }

    /** Whether somebody may change how the portal shows an app, and decide who is let in. */
    public boolean lookAfter(App app, Person person) {
        return isAdmin(person) || owns(app, person);
    }

    public boolean isAdmin(Person person) {
        return person.groups().stream().anyMatch(config.overrides()::contains);
    }

    /** The catalogue names owners by their e-mail addresses, whose case nobody heeds. */
    public boolean owns(App app, Person person) {
        return !person.email().isBlank() && app.owners().stream().anyMatch(person.email()::equalsIgnoreCase);
    }
}
