package io.flotilla.base.store;

import org.jdbi.v3.core.HandleCallback;

/**
 * The one door to SQL. The same statements run on SQLite and on PostgreSQL; which one it is, the run-time setting
 * {@code flotilla.database} says.
 */
public interface Store {

    /** Runs queries that belong to one consistent reading; nothing is written. */
    <T, X extends Exception> T read(HandleCallback<T, X> queries) throws X;

    /** Runs statements in ONE transaction: all are durable when this returns, none if it throws. */
    <T, X extends Exception> T write(HandleCallback<T, X> statements) throws X;
}
