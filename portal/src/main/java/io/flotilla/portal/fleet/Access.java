package io.flotilla.portal.fleet;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Decision;
import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.App;

/** Whether somebody may open an app. */
@ApplicationScoped
public class Access {
    private final PortalConfig config;

    Access(PortalConfig config) {
        this.config = config;
    }

    public Decision decide(App app, Person person) {
        return new AccessRules(app.requires(), config.overrides()).decide(person);
    }

    /** Whether nobody but the override groups may open it, because no group has been let in yet. */
    public boolean isClosed(App app) {
        return app.requires().isEmpty();
    }
}
