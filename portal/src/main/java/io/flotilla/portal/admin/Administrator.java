package io.flotilla.portal.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;

import io.flotilla.base.access.Person;
import io.flotilla.base.page.Visitor;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.graph.store.Access;

/** The visitor, as somebody who administers: what they may see and change in this request. */
@RequestScoped
public class Administrator {
    private final Rights rights;

    Administrator(Visitor visitor, Access access) {
        rights = access.rights(
                visitor.person().orElseThrow(() -> new IllegalStateException("the portal is behind sign-in")));
    }

    /** Their rights over the graph as it was when the request came. */
    Rights rights() {
        return rights;
    }

    Person person() {
        return rights.actor();
    }

    /** @throws ForbiddenException if they own nothing and administer nothing */
    Rights anyOfThem() {
        if (!rights.administers()) {
            throw new ForbiddenException();
        }
        return rights;
    }

    /** @throws ForbiddenException unless they are an admin or a superuser */
    public Rights admin() {
        if (!rights.admin()) {
            throw new ForbiddenException();
        }
        return rights;
    }

    /** An app they may edit; one that is another's is not there for them. */
    AppEdges app(String name) {
        anyOfThem();
        return rights.graph().app(name).filter(rights::mayEdit).orElseThrow(NotFoundException::new);
    }

    /** Whether they may look at a group: its own people may edit it, admins may look at all. */
    void mayLookAt(String group) {
        anyOfThem();
        if (!rights.admin() && !rights.mayEditGroup(group)) {
            throw new NotFoundException();
        }
    }
}
