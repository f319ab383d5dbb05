package io.flotilla.portal.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.flotilla.base.store.Store;
import io.flotilla.portal.directory.Directory.DirectoryAway;
import io.flotilla.portal.graph.Refused;
import io.flotilla.portal.request.rule.AccessRequest;
import io.flotilla.portal.request.rule.AccessRequest.Asker;
import io.flotilla.portal.request.rule.AccessRequest.Verdict;
import io.flotilla.portal.request.store.Requests;
import org.jdbi.v3.core.Handle;

/** Where requests are made and decided. Whatever is sent twice, or by two at once, happens once. */
@ApplicationScoped
public class Desk {
    private final Requests requests;
    private final Deciders deciders;
    private final Memberships memberships;
    private final Letters letters;
    private final RequestConfig config;
    private final Store store;

    Desk(Requests requests, Deciders deciders, Memberships memberships, Letters letters, RequestConfig config,
            Store store) {
        this.requests = requests;
        this.deciders = deciders;
        this.memberships = memberships;
        this.letters = letters;
        this.config = config;
        this.store = store;
    }

    /** What became of an attempt to decide. */
    public sealed interface Outcome {
        /** It is as this person wanted, now or already. */
        record Done(AccessRequest request) implements Outcome {}

        /** Somebody else was first, or it has ended by itself. */
        record TooLate(AccessRequest request) implements Outcome {}

        /** This person may not, or it cannot be done; a sentence for them. */
        record Not(String why) implements Outcome {}
    }

    /** Writes a request down, with the mails about it; does nothing if this person has one for this app already. */
    void ask(Person person, String app, String reason) {
        var now = Instant.now();
        var asker = new Asker(person.id(), person.name(), person.email());
        var request = AccessRequest.asked(UUID.randomUUID().toString(), app, asker, reason, now, config.terms());
        var told = deciders.mailed(request);
        store.write(handle -> {
            var added = requests.add(handle, request);
            if (added) {
                letters.asked(handle, request, memberships.title(handle, app), told, now);
            }
            return added;
        });
    }

    void withdraw(Person person, String app) {
        store.write(handle -> requests.of(handle, person.id(), app).stream().filter(AccessRequest::pending).findFirst()
                .flatMap(read -> read.withdrawn(person.id(), Instant.now())
                        .map(next -> requests.replace(handle, read, next)))
                .orElse(false));
    }

    /** @param length how long the access is to last; empty for no end */
    Outcome approve(Person person, String id, Optional<Duration> length, String word) {
        var read = find(id);
        if (read.isEmpty()) {
            return new Outcome.Not("There is no such request.");
        }
        var now = Instant.now();
        var refusal = deciders.refusal(person, read.get());
        if (refusal.isPresent()) {
            return new Outcome.Not(refusal.get());
        }
        var verdict = verdict(person, now, word, length.map(now::plus));
        var joining = memberships.joining(read.get());
        return decided(read.get(), read.get().approved(verdict, joining), person, AccessRequest.State.GRANTED);
    }

    Outcome refuse(Person person, String id, String word) {
        var read = find(id);
        if (read.isEmpty()) {
            return new Outcome.Not("There is no such request.");
        }
        var refusal = deciders.refusal(person, read.get());
        if (refusal.isPresent()) {
            return new Outcome.Not(refusal.get());
        }
        var verdict = verdict(person, Instant.now(), word, Optional.empty());
        return decided(read.get(), read.get().refused(verdict), person, AccessRequest.State.REFUSED);
    }

    private Outcome decided(AccessRequest read, Optional<AccessRequest> next, Person person,
            AccessRequest.State wanted) {
        if (next.isEmpty() || !store.write(handle -> write(read, next.get(), handle))) {
            return late(read.id(), person, wanted);
        }
        if (next.get().state() != AccessRequest.State.APPROVED) {
            return new Outcome.Done(next.get());
        }
        try {
            memberships.make(next.get());
        } catch (Refused refused) {
            return new Outcome.Not(refused.getMessage());
        } catch (DirectoryAway away) {
            // It is decided; the clock makes the memberships as soon as the directory answers.
            return new Outcome.Done(next.get());
        }
        return new Outcome.Done(next.get());
    }

    private boolean write(AccessRequest read, AccessRequest next, Handle handle) {
        var mine = requests.replace(handle, read, next);
        if (mine) {
            letters.tell(handle, next, memberships.title(handle, next.app()), Instant.now());
        }
        return mine;
    }

    /** A second click of the same person is no conflict. */
    private Outcome late(String id, Person person, AccessRequest.State wanted) {
        var now = find(id).orElseThrow();
        var mine = now.verdict().filter(verdict -> verdict.by().equals(person.id())).isPresent();
        var same = now.state() == wanted
                || wanted == AccessRequest.State.GRANTED && now.state() == AccessRequest.State.APPROVED;
        return mine && same ? new Outcome.Done(now) : new Outcome.TooLate(now);
    }

    private Optional<AccessRequest> find(String id) {
        return store.read(handle -> requests.find(handle, id));
    }

    private static Verdict verdict(Person person, Instant now, String word, Optional<Instant> until) {
        return new Verdict(person.id(), person.name(), person.email(), now, word, until);
    }
}
