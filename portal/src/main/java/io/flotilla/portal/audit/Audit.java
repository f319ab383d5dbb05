package io.flotilla.portal.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.flotilla.base.store.Store;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Who changed what, when, from what to what. It can be added to and read, nothing else. An entry is written in the
 * transaction that makes the change, so that neither is there without the other; for what is changed elsewhere, before it.
 */
@ApplicationScoped
public class Audit {
    /** The person in entries of what the portal does by itself, such as ending a membership that was granted for a time. */
    public static final Person PORTAL = new Person("portal", "The portal", "", Set.of());

    private final Store store;

    Audit(Store store) {
        this.store = store;
    }

    /**
     * Adds an entry to the transaction of {@code handle}.
     *
     * @param action  a short verb phrase, such as {@code requirements set}
     * @param subject what it was done to: an app's, group's or token's name
     * @param before  what was, for a person to read; empty if nothing was
     * @param after   what is; empty if nothing is
     */
    public void append(Handle handle, Person actor, String action, String subject, String before, String after) {
        handle.createUpdate("""
                INSERT INTO audit_entry (number, at, actor, actor_name, action, subject, before_value, after_value, words)
                SELECT coalesce(max(number), 0) + 1, :at, :actor, :name, :action, :subject, :before, :after, :words
                FROM audit_entry""")
                .bind("at", Instant.now().toEpochMilli()).bind("actor", actor.id()).bind("name", actor.name())
                .bind("action", action).bind("subject", subject).bind("before", before).bind("after", after)
                .bind("words", String
                        .join(" ", actor.id(), actor.name(), actor.email(), action, subject, before, after)
                        .toLowerCase(Locale.ROOT))
                .execute();
    }

    /** Adds an entry by itself. */
    public void append(Person actor, String action, String subject, String before, String after) {
        store.<Boolean, RuntimeException>write(handle -> {
            append(handle, actor, action, subject, before, after);
            return true;
        });
    }

    /**
     * The newest entries, newest first.
     *
     * @param search words that all must be in an entry, in any case; empty for all
     * @param before only entries with a smaller number; {@link Long#MAX_VALUE} for the newest
     * @param limit  at most so many
     */
    public List<AuditEntry> entries(String search, long before, int limit) {
        var words = search.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return store.<List<AuditEntry>, RuntimeException>read(handle -> {
            var query = handle.createQuery("SELECT * FROM audit_entry WHERE number < :before" + likes(words.length)
                    + " ORDER BY number DESC LIMIT :limit").bind("before", before).bind("limit", limit);
            bind(query, words);
            return query.map((row, context) -> new AuditEntry(row.getLong("number"),
                    Instant.ofEpochMilli(row.getLong("at")), row.getString("actor"), row.getString("actor_name"),
                    row.getString("action"), row.getString("subject"), row.getString("before_value"),
                    row.getString("after_value"))).list();
        });
    }

    private static String likes(int words) {
        var sql = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sql.append(" AND words LIKE :w").append(i).append(" ESCAPE '!'");
        }
        return sql.toString();
    }

    private static void bind(Query query, String[] words) {
        for (int i = 0; i < words.length; i++) {
            query.bind("w" + i,
                    "%" + words[i].replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
    }
}
