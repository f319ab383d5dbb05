package io.flotilla.portal.access;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.AccessSource;
import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.App.Role;
import io.flotilla.base.signin.access.AccessConfig;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.graph.store.Access;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** The portal asks nobody who may open it: it owns the graph. Whoever comes by is made known to the directory first. */
@ApplicationScoped
class GraphAccess implements AccessSource {
    private final Access access;
    private final Directory directory;
    private final Fleet fleet;
    private final AccessConfig settings;

    GraphAccess(Access access, Directory directory, Fleet fleet, AccessConfig settings) {
        this.access = access;
        this.directory = directory;
        this.fleet = fleet;
        this.settings = settings;
    }

    @Override
    public CompletionStage<Optional<AccessAnswer>> about(Person person) {
        return CompletableFuture.supplyAsync(() -> Optional.of(answer(person)), Infrastructure.getDefaultExecutor());
    }

    private AccessAnswer answer(Person person) {
        directory.met(person);
        return fleet.view().flatMap(view -> view.withRole(Role.PORTAL))
                .map(portal -> access.answer(access.graph(), portal.name(), person.id()))
                .orElseGet(() -> withoutCatalogue(person));
    }

    /** Before the deployer has posted a catalogue, or in one without a portal, its own settings count. */
    private AccessAnswer withoutCatalogue(Person person) {
        var rules = AccessAnswer.of(settings.rules());
        return new AccessAnswer(rules.rules(), Optional.of(directory.groupsOf(person.id())), rules.groupOwners(),
                rules.ask());
    }
}
