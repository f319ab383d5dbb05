package io.flotilla.portal.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;

import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.page.Visitor;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.graph.store.GroupChoice;

/** The apps that the visitor looks after. */
@RequestScoped
public class Tended {
    private final Visitor visitor;
    private final Fleet fleet;
    private final Access access;
    private final GroupChoice choice;

    Tended(Visitor visitor, Fleet fleet, Access access, GroupChoice choice) {
        this.visitor = visitor;
        this.fleet = fleet;
        this.access = access;
        this.choice = choice;
    }

    public Person person() {
        return visitor.person().orElseThrow(() -> new IllegalStateException("the portal is behind sign-in"));
    }

    /**
     * One of them.
     *
     * @throws ForbiddenException if somebody else looks after it
     * @throws NotFoundException  if there is no such app, or the visitor need not know that there is
     */
    App app(String name) {
        var app = fleet.view().flatMap(view -> view.app(name)).orElseThrow(NotFoundException::new);
        var rights = access.rights(person());
        if (rights.graph().app(name).filter(rights::mayEdit).isPresent()) {
            return app;
        }
        throw rights.graph().decide(rights.actor(), name).allowed()
                ? new ForbiddenException()
                : new NotFoundException();
    }

    /** Who may open one of them, as {@link #app} gave it. */
    AccessForm access(App app) {
        var rights = access.rights(person());
        var edges = rights.graph().app(app.name()).orElseThrow(NotFoundException::new);
        return new AccessForm(edges, rights.admin(), rights.graph().overrides(), access.requiredByFile(app.name()),
                choice.beside(rights, edges), access.administration() + "/" + app.name(),
                access.administeredElsewhere());
    }
}
