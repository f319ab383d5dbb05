package io.flotilla.base.store;

import java.util.Map;

import javax.sql.DataSource;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;

/** A database as the setting {@code flotilla.database} names it, and what its engine needs to keep the store's promises. */
sealed interface Database permits SqliteFile, PostgresServer {

    /**
     * Understands {@code sqlite:<file>} and {@code postgresql://user:password@host:port/database?option=value}, each also
     * with {@code jdbc:} before it.
     *
     * @param schema the PostgreSQL schema to live in, if the URL names none with {@code currentSchema}
     * @throws IllegalArgumentException says what is wrong and how to mend it; never repeats a password
     */
    static Database parse(String setting, String schema) {
        String url = setting.strip();
        if (url.startsWith("jdbc:")) {
            url = url.substring("jdbc:".length());
        }
        if (url.startsWith("sqlite:")) {
            return SqliteFile.parse(url);
        }
        if (url.startsWith("postgresql:") || url.startsWith("postgres:")) {
            return PostgresServer.parse(url, schema);
        }
        if (url.startsWith("ssm:")) {
            throw new IllegalArgumentException(
                    "flotilla.database is still the reference " + url + ": whoever starts the "
                            + "program must look it up first and pass the URL that is kept there");
        }
        throw new IllegalArgumentException("flotilla.database begins with neither sqlite: nor postgresql: ; write "
                + "sqlite:/var/lib/flotilla/portal.db or postgresql://user:password@host:5432/database");
    }

    /** The environment variables that tell Quarkus to open it; may hold a password. */
    Map<String, String> environment();

    /** Runs queries on one snapshot, refusing to write. */
    <T, X extends Exception> T read(Handle handle, HandleCallback<T, X> queries) throws X;

    /** Runs statements in a transaction that no other writer runs beside. */
    <T, X extends Exception> T write(Handle handle, HandleCallback<T, X> statements) throws X;

    /** Runs migrations while no other process runs any on the same database. */
    void migrate(DataSource source, Runnable migrations);
}
