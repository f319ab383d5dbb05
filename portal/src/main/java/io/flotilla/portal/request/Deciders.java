package io.flotilla.portal.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.directory.Directory.DirectoryAway;
import io.flotilla.portal.directory.Member;
import io.flotilla.portal.graph.AccessGraph;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.request.rule.AccessRequest;
import org.jboss.logging.Logger;

/** Who decides on a request: whoever may put people into every group that it is about. */
@ApplicationScoped
public class Deciders {
    private static final Logger LOG = Logger.getLogger(Deciders.class);

    private final Access access;
    private final Directory directory;
    private final Memberships memberships;

    Deciders(Access access, Directory directory, Memberships memberships) {
        this.access = access;
        this.directory = directory;
        this.memberships = memberships;
    }

    /** Why a person may not decide on a request, in a sentence for them; empty if they may. */
    Optional<String> refusal(Person person, AccessRequest request) {
        var rights = access.rights(person);
        return refusal(rights, request, memberships.joining(rights.graph(), request));
    }

    Optional<String> refusal(Rights rights, AccessRequest request, Collection<String> groups) {
        if (request.asker().id().equals(rights.actor().id())) {
            return Optional.of("Nobody decides on their own request. Ask somebody else who looks after the app.");
        }
        if (!concerned(rights, request, groups)) {
            return Optional.of("Only those who look after the app or its groups decide on this.");
        }
        return groups.stream().filter(group -> !rights.mayEditGroup(group)).findFirst()
                .map(group -> rights.graph().guarded(group)
                        ? "Only superusers touch the group %s.".formatted(group)
                        : "The group %s is not yours alone to open: ask %s, or an admin.".formatted(group,
                                names(rights.graph(), group)));
    }

    /** Whether a request is any of a person's business. */
    boolean concerned(Rights rights, AccessRequest request, Collection<String> groups) {
        return rights.graph().app(request.app()).filter(rights::mayEdit).isPresent()
                || groups.stream().anyMatch(rights::mayEditGroup);
    }

    /** Whom to write to about a new request: the owners of the app and of its groups, and the admins. Never the asker. */
    Collection<String> mailed(AccessRequest request) {
        var graph = access.graph();
        var addresses = new TreeSet<String>();
        graph.app(request.app()).map(AppEdges::owners).ifPresent(addresses::addAll);
        try {
            memberships.joining(graph, request).forEach(group -> addresses.addAll(graph.ownersOf(group)));
            var admins = new ArrayList<>(graph.admins());
            admins.addAll(graph.overrides());
            admins.forEach(
                    group -> directory.members(group).stream().map(Member::email).filter(email -> !email.isBlank())
                            .forEach(addresses::add));
        } catch (DirectoryAway away) {
            LOG.warnf("Only the owners of %s are told of the request %s, because the directory is away: %s",
                    request.app(), request.id(), away.getMessage());
        }
        addresses.remove(request.asker().email().toLowerCase(Locale.ROOT));
        return addresses;
    }

    private List<String> owners(AccessGraph graph, String group) {
        return access.mailboxes(graph.ownersOf(group));
    }

    private String names(AccessGraph graph, String group) {
        var owners = owners(graph, group);
        return owners.isEmpty() ? "whoever looks after it" : String.join(" or ", owners);
    }
}
