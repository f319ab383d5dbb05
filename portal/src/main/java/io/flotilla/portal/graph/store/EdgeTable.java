package io.flotilla.portal.graph.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jdbi.v3.core.Handle;

/** The edges that people have set, in SQL. Every method works in the transaction of the handle that it is given. */
final class EdgeTable {

    /** What an edge joins. */
    enum Kind {
        /** From an app to a group that it demands. */
        REQUIRES,
        /** From an app to the e-mail address of an owner. */
        OWNERS,
        /** From a group to the e-mail address of an owner. */
        GROUP_OWNERS
    }

    /** What was set, by subject; one that is set to nothing is there with an empty set. */
    SortedMap<String, TreeSet<String>> all(Handle handle, Kind kind) {
        var all = new TreeMap<String, TreeSet<String>>();
        handle.createQuery("SELECT subject FROM edges_set WHERE kind = :kind").bind("kind", kind)
                .mapTo(String.class).forEach(subject -> all.put(subject, new TreeSet<>()));
        handle.createQuery("SELECT subject, object FROM edge WHERE kind = :kind").bind("kind", kind)
                .map((row, context) -> all.get(row.getString("subject")).add(row.getString("object"))).list();
        return all;
    }

    /** Sets all edges of a subject at once. */
    void set(Handle handle, Kind kind, String subject, Collection<String> objects, String by, Instant at) {
        handle.createUpdate("""
                INSERT INTO edges_set (kind, subject, set_by, set_at) VALUES (:kind, :subject, :by, :at)
                ON CONFLICT (kind, subject) DO UPDATE SET set_by = :by, set_at = :at""")
                .bind("kind", kind).bind("subject", subject).bind("by", by).bind("at", at.toEpochMilli()).execute();
        handle.createUpdate("DELETE FROM edge WHERE kind = :kind AND subject = :subject").bind("kind", kind)
                .bind("subject", subject).execute();
        for (var object : Set.copyOf(objects)) {
            handle.createUpdate("INSERT INTO edge (kind, subject, object) VALUES (:kind, :subject, :object)")
                    .bind("kind", kind).bind("subject", subject).bind("object", object).execute();
        }
    }

    /** Forgets that a subject's edges were ever set. */
    void forget(Handle handle, Kind kind, String subject) {
        for (var table : List.of("edge", "edges_set")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE kind = :kind AND subject = :subject")
                    .bind("kind", kind).bind("subject", subject).execute();
        }
    }
}
