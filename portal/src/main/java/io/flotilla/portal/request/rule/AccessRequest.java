package io.flotilla.portal.request.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody's request to be let into an app, as a state machine: each method says what the request becomes, or that it cannot
 * become that now. Time is an argument; whoever stores the result compares {@code version}, so that of two who decide at the
 * same moment one comes too late.
 *
 * @param app      its key in the catalogue
 * @param reason   why, in the asker's words
 * @param lapsesAt when it ends by itself if nobody decides
 * @param verdict  what was decided; empty until somebody does
 * @param groups   the groups that the asker is put into for it; they leave those when it ends
 * @param warned   whether the asker was told that it is about to end
 * @param endedAt  when it came to its end; empty until it does
 * @param version  one more with each change
 */
public record AccessRequest(String id, String app, Asker asker, String reason, Instant askedAt, Instant lapsesAt,
        State state, Optional<Verdict> verdict, SortedSet<String> groups, boolean warned, Optional<Instant> endedAt,
        long version) {

    public AccessRequest {
        groups = new TreeSet<>(groups);
    }

    /** Where a request stands. */
    public enum State {
        /** Nobody has decided. */
        PENDING,
        /** Approved; the memberships are being made. */
        APPROVED,
        /** The asker is in. */
        GRANTED,
        /** Its time is over; the memberships are being taken back. */
        ENDING,
        /** It was granted for a time, which is over. */
        ENDED,
        /** Somebody said no. */
        REFUSED,
        /** Nobody decided in time. */
        LAPSED,
        /** The asker took it back. */
        WITHDRAWN
    }

    /** @param id the token's {@code sub} */
    public record Asker(String id, String name, String email) {}

    /**
     * A decision.
     *
     * @param by    the {@code sub} of who decided
     * @param word  what they say to it; may be empty
     * @param until when an approval ends; empty for one that does not, and for a refusal
     */
    public record Verdict(String by, String byName, String byEmail, Instant at, String word, Optional<Instant> until) {}

    public static AccessRequest asked(String id, String app, Asker asker, String reason, Instant now, Terms terms) {
        return new AccessRequest(id, app, asker, reason, now, now.plus(terms.lapsesAfter()), State.PENDING,
                Optional.empty(), new TreeSet<>(), false, Optional.empty(), 0);
    }

    /**
     * Nobody approves what they ask for themselves, and nobody what has lapsed.
     *
     * @param joining the groups that the asker will be put into; written down before they are, so that none is forgotten
     */
    public Optional<AccessRequest> approved(Verdict verdict, Collection<String> joining) {
        boolean lasts = verdict.until().map(until -> until.isAfter(verdict.at())).orElse(true);
        return decidable(verdict) && lasts
                ? Optional.of(next(State.APPROVED, verdict).with(joining))
                : Optional.empty();
    }

    /** @param verdict with a word that says why; that it has one is for the form to see to */
    public Optional<AccessRequest> refused(Verdict verdict) {
        return decidable(verdict) ? Optional.of(over(next(State.REFUSED, verdict), verdict.at())) : Optional.empty();
    }

    public Optional<AccessRequest> withdrawn(String person, Instant now) {
        return state == State.PENDING && asker.id().equals(person)
                ? Optional.of(over(next(State.WITHDRAWN), now))
                : Optional.empty();
    }

    /** The memberships are made. */
    public Optional<AccessRequest> granted() {
        return state == State.APPROVED ? Optional.of(next(State.GRANTED)) : Optional.empty();
    }

    /** The memberships could not be made, and will not be by trying again: somebody has to decide anew. */
    public Optional<AccessRequest> reopened(Instant now, Terms terms) {
        return state == State.APPROVED
                ? Optional.of(new AccessRequest(id, app, asker, reason, askedAt, now.plus(terms.lapsesAfter()),
                        State.PENDING, Optional.empty(), new TreeSet<>(), warned, endedAt, version + 1))
                : Optional.empty();
    }

    /** The memberships are taken back. */
    public Optional<AccessRequest> ended(Instant now) {
        return state == State.ENDING ? Optional.of(over(next(State.ENDED), now)) : Optional.empty();
    }

    /** What time alone makes of it; empty if nothing. */
    public Optional<AccessRequest> at(Instant now, Terms terms) {
        if (state == State.PENDING && !now.isBefore(lapsesAt)) {
            return Optional.of(over(next(State.LAPSED), now));
        }
        if (state != State.GRANTED || until().isEmpty()) {
            return Optional.empty();
        }
        if (!now.isBefore(until().get())) {
            return Optional.of(next(State.ENDING));
        }
        return warned || now.isBefore(warnAt(terms)) ? Optional.empty() : Optional.of(warning());
    }

    /** When the approval ends; empty if it does not, or there is none. */
    public Optional<Instant> until() {
        return verdict.flatMap(Verdict::until);
    }

    public boolean pending() {
        return state == State.PENDING;
    }

    /** Whether nothing will become of it any more. */
    public boolean isOver() {
        return endedAt.isPresent();
    }

    /** Some days before the end, but never in the first half of what was granted. */
    private Instant warnAt(Terms terms) {
        var end = until().orElseThrow();
        var begun = verdict.orElseThrow().at();
        var early = end.minus(terms.warnsBefore());
        var half = begun.plusMillis((end.toEpochMilli() - begun.toEpochMilli()) / 2);
        return early.isAfter(half) ? early : half;
    }

    private boolean decidable(Verdict by) {
        return state == State.PENDING && by.at().isBefore(lapsesAt) && !by.by().equals(asker.id());
    }

    private AccessRequest next(State to) {
        return new AccessRequest(id, app, asker, reason, askedAt, lapsesAt, to, verdict, groups, warned, endedAt,
                version + 1);
    }

    private AccessRequest next(State to, Verdict decided) {
        return new AccessRequest(id, app, asker, reason, askedAt, lapsesAt, to, Optional.of(decided), groups, warned,
                endedAt, version + 1);
    }

    private AccessRequest with(Collection<String> joined) {
        return new AccessRequest(id, app, asker, reason, askedAt, lapsesAt, state, verdict, new TreeSet<>(joined),
                warned,
                endedAt, version);
    }

    private AccessRequest warning() {
        return new AccessRequest(id, app, asker, reason, askedAt, lapsesAt, state, verdict, groups, true, endedAt,
                version + 1);
    }

    private static AccessRequest over(AccessRequest request, Instant now) {
        return new AccessRequest(request.id, request.app, request.asker, request.reason, request.askedAt,
                request.lapsesAt, request.state, request.verdict, request.groups, request.warned, Optional.of(now),
                request.version);
    }
}
