package io.flotilla.portal.api;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import io.flotilla.base.access.Person;
import io.flotilla.base.page.Visitor;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.token.MachineToken;
import io.flotilla.portal.token.MachineTokens;

/**
 * Who calls the API: a machine by its token, or an admin with a browser's session, who may only read, because a session's
 * cookie comes along with what other sites send. A machine that may write may do what admins may, and nothing of a superuser.
 */
@RequestScoped
public class Caller {
    private static final String SCHEME = "Bearer ";

    private final Optional<String> token;
    private final MachineTokens tokens;
    private final Visitor visitor;
    private final Access access;

    Caller(@Context HttpHeaders headers, MachineTokens tokens, Visitor visitor, Access access) {
        this.token = Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(SCHEME)).map(header -> header.substring(SCHEME.length()).strip());
        this.tokens = tokens;
        this.visitor = visitor;
        this.access = access;
    }

    /** @throws NotAuthorizedException for a stranger; @throws ForbiddenException for a person who is no admin */
    Rights reader() {
        if (token.isPresent()) {
            return machine(known());
        }
        var rights = access.rights(visitor.person().orElseThrow(() -> new NotAuthorizedException("Bearer")));
        if (!rights.admin()) {
            throw new ForbiddenException();
        }
        return rights;
    }

    /** @throws NotAuthorizedException without a good token; @throws ForbiddenException with one that only reads */
    Rights writer() {
        if (token.isEmpty()) {
            throw new NotAuthorizedException("Bearer");
        }
        var known = known();
        if (!known.writes()) {
            throw new ForbiddenException();
        }
        return machine(known);
    }

    private MachineToken known() {
        return token.flatMap(tokens::known).orElseThrow(() -> new NotAuthorizedException("Bearer"));
    }

    private Rights machine(MachineToken known) {
        var graph = access.graph();
        var admin = graph.admins().stream().filter(group -> !graph.overrides().contains(group)).findFirst();
        return new Rights(graph, new Person("token:" + known.id(), "Token " + known.name(), "",
                admin.<Set<String>>map(Set::of).orElse(Set.of())));
    }
}
