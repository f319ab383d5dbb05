package io.flotilla.base.page;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.quarkus.arc.Arc;
import io.quarkus.arc.DefaultBean;
import io.quarkus.security.identity.SecurityIdentity;

/** The visitor as any Quarkus security extension knows them: a name and groups, nothing more. */
@DefaultBean
@ApplicationScoped
class IdentityVisitor implements Visitor {
    private final SecurityIdentity identity;

    IdentityVisitor(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Optional<Person> person() {
        if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
            return Optional.empty();
        }
        var name = identity.getPrincipal().getName();
        return Optional.of(new Person(name, name, "", identity.getRoles()));
    }
}
