package io.flotilla.base.signin;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.flotilla.base.page.Visitor;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;

/** The visitor as the identity token describes them. */
@ApplicationScoped
class SignedInVisitor implements Visitor {
    private final SecurityIdentity identity;

    SignedInVisitor(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Optional<Person> person() {
        return Arc.container().requestContext().isActive() ? SignedIn.person(identity) : Optional.empty();
    }
}
