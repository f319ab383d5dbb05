package io.flotilla.portal.request.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.portal.request.rule.AccessRequest;
import io.flotilla.portal.request.rule.AccessRequest.Asker;
import io.flotilla.portal.request.rule.AccessRequest.State;
import io.flotilla.portal.request.rule.AccessRequest.Verdict;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The requests in SQL. Every change compares the version that was read, so that nobody's decision is written over. */
@ApplicationScoped
public class Requests {
    private static final int SHOWN = 200;

    /** Adds a request, unless this person has one for this app that is pending already: false then. */
    public boolean add(Handle handle, AccessRequest request) {
        return bound(handle.createUpdate("""
                INSERT INTO access_request (id, app, person, person_name, person_email, reason, asked_at, lapses_at,
                    state, decided_by, decider_name, decider_email, decided_at, word, granted_until, joined, warned,
                    ended_at, version)
                VALUES (:id, :app, :person, :personName, :personEmail, :reason, :askedAt, :lapsesAt, :state, :by,
                    :byName, :byEmail, :decidedAt, :word, :until, :joined, :warned, :endedAt, :version)
                ON CONFLICT DO NOTHING"""), request).execute() == 1;
    }

    /** Writes what became of a request; false, and nothing written, if somebody else has changed it since it was read. */
    public boolean replace(Handle handle, AccessRequest read, AccessRequest next) {
        return bound(handle.createUpdate("""
                UPDATE access_request SET lapses_at = :lapsesAt, state = :state, decided_by = :by,
                    decider_name = :byName, decider_email = :byEmail, decided_at = :decidedAt, word = :word,
                    granted_until = :until, joined = :joined, warned = :warned, ended_at = :endedAt, version = :version
                WHERE id = :id AND version = :read"""), next).bind("read", read.version()).execute() == 1;
    }

    public Optional<AccessRequest> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM access_request WHERE id = :id").bind("id", id)
                .map((row, context) -> request(row)).findOne();
    }

    /** A person's requests for one app, the newest first. */
    public List<AccessRequest> of(Handle handle, String person, String app) {
        return handle.createQuery("""
                SELECT * FROM access_request WHERE person = :person AND app = :app
                ORDER BY asked_at DESC, id LIMIT :limit""")
                .bind("person", person).bind("app", app).bind("limit", SHOWN).map((row, context) -> request(row))
                .list();
    }

    /** A person's requests for all apps, the newest first. */
    public List<AccessRequest> of(Handle handle, String person) {
        return handle.createQuery(
                "SELECT * FROM access_request WHERE person = :person ORDER BY asked_at DESC, id LIMIT :limit")
                .bind("person", person).bind("limit", SHOWN).map((row, context) -> request(row)).list();
    }

    /** What waits for a decision, the oldest first. */
    public List<AccessRequest> pending(Handle handle) {
        return in(handle, "state = 'PENDING' ORDER BY asked_at, id");
    }

    /** What was decided or has ended by itself, the latest first. */
    public List<AccessRequest> past(Handle handle) {
        return in(handle, "state NOT IN ('PENDING', 'APPROVED') ORDER BY coalesce(ended_at, decided_at) DESC, id");
    }

    /** What time or an unfinished membership may make something of. */
    public List<AccessRequest> restless(Handle handle, Instant now) {
        return handle.createQuery("""
                SELECT * FROM access_request WHERE state IN ('APPROVED', 'ENDING')
                    OR (state = 'PENDING' AND lapses_at <= :now)
                    OR (state = 'GRANTED' AND granted_until <= :now)
                    OR (state = 'GRANTED' AND warned = 0 AND granted_until IS NOT NULL)
                ORDER BY asked_at, id LIMIT :limit""")
                .bind("now", now.toEpochMilli()).bind("limit", SHOWN).map((row, context) -> request(row)).list();
    }

    /** The groups that a person is in by what other requests have granted and not yet ended. */
    public SortedSet<String> joinedBy(Handle handle, String person, String exceptRequest) {
        var groups = new TreeSet<String>();
        handle.createQuery("SELECT * FROM access_request WHERE person = :person AND state = 'GRANTED' AND id <> :id")
                .bind("person", person).bind("id", exceptRequest)
                .map((row, context) -> request(row)).forEach(request -> groups.addAll(request.groups()));
        return groups;
    }

    private static List<AccessRequest> in(Handle handle, String condition) {
        return handle.createQuery("SELECT * FROM access_request WHERE " + condition + " LIMIT :limit")
                .bind("limit", SHOWN).map((row, context) -> request(row)).list();
    }

    private static <T extends SqlStatement<T>> T bound(T statement, AccessRequest request) {
        var verdict = request.verdict();
        return statement.bind("id", request.id()).bind("app", request.app())
                .bind("person", request.asker().id()).bind("personName", request.asker().name())
                .bind("personEmail", request.asker().email()).bind("reason", request.reason())
                .bind("askedAt", request.askedAt().toEpochMilli())
                .bind("lapsesAt", request.lapsesAt().toEpochMilli()).bind("state", request.state().name())
                .bind("by", verdict.map(Verdict::by).orElse(null))
                .bind("byName", verdict.map(Verdict::byName).orElse(null))
                .bind("byEmail", verdict.map(Verdict::byEmail).orElse(null))
                .bind("decidedAt", verdict.map(decided -> decided.at().toEpochMilli()).orElse(null))
                .bind("word", verdict.map(Verdict::word).orElse(null))
                .bind("until", request.until().map(Instant::toEpochMilli).orElse(null))
                .bind("joined", lines(request.groups())).bind("warned", request.warned() ? 1 : 0)
                .bind("endedAt", request.endedAt().map(Instant::toEpochMilli).orElse(null))
                .bind("version", request.version());
    }

    /** No group's name has a line break in it. */
    private static String lines(Collection<String> groups) {
        return String.join("\n", groups);
    }

    private static AccessRequest request(ResultSet row) throws SQLException {
        var decider = row.getString("decided_by");
        var verdict = decider == null
                ? Optional.<Verdict>empty()
                : Optional.of(new Verdict(decider, row.getString("decider_name"), row.getString("decider_email"),
                        time(row, "decided_at").orElseThrow(), row.getString("word"), time(row, "granted_until")));
        var joined = Arrays.stream(row.getString("joined").split("\n")).filter(group -> !group.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return new AccessRequest(row.getString("id"), row.getString("app"),
                new Asker(row.getString("person"), row.getString("person_name"), row.getString("person_email")),
                row.getString("reason"), time(row, "asked_at").orElseThrow(), time(row, "lapses_at").orElseThrow(),
                State.valueOf(row.getString("state")), verdict, joined, row.getInt("warned") == 1,
                time(row, "ended_at"), row.getLong("version"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
