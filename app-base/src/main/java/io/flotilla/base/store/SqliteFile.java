package io.flotilla.base.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

import javax.sql.DataSource;

import io.flotilla.base.file.Turn;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;

/**
 * SQLite in a file beside the program. Its journal is a write-ahead log, so that readers and the one writer do not wait for
 * each other; every commit is on disk before it is acknowledged.
 *
 * @param file absolute; made with its folder when the program starts
 */
record SqliteFile(Path file) implements Database {
    /** How long a writer of another process may keep us waiting, in milliseconds. */
    private static final int PATIENCE = 30_000;

    static SqliteFile parse(String url) {
        String file = url.substring("sqlite:".length());
        if (file.isBlank() || file.startsWith(":") || file.contains("?") || file.startsWith("file:")) {
            throw new IllegalArgumentException(
                    "flotilla.database names no file: \"" + url + "\"; write sqlite: and the path "
                            + "of a file, with no options, such as sqlite:/var/lib/flotilla/portal.db");
        }
        try {
            return new SqliteFile(Path.of(file).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("flotilla.database names no file: " + e.getMessage(), e);
        }
    }

    /**
     * A transaction that reads first and writes later cannot wait for another writer any more
     * (<a href="https://www.sqlite.org/rescode.html#busy_snapshot">SQLITE_BUSY_SNAPSHOT</a>), hence IMMEDIATE.
     */
    String jdbcUrl() {
        return "jdbc:sqlite:" + file + "?busy_timeout=" + PATIENCE
                + "&journal_mode=WAL&synchronous=FULL&foreign_keys=true&transaction_mode=IMMEDIATE";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("QUARKUS_DATASOURCE_SQLITE_ACTIVE", "true", "QUARKUS_DATASOURCE_SQLITE_JDBC_URL", jdbcUrl());
    }

    /** The driver would begin its own transaction as a writer, so the snapshot is begun by hand. */
    @Override
    public <T, X extends Exception> T read(Handle handle, HandleCallback<T, X> queries) throws X {
        handle.execute("PRAGMA query_only = ON");
        try {
            handle.execute("BEGIN DEFERRED");
            try {
                return queries.withHandle(handle);
            } finally {
                handle.execute("ROLLBACK");
            }
        } finally {
            handle.execute("PRAGMA query_only = OFF");
        }
    }

    @Override
    public <T, X extends Exception> T write(Handle handle, HandleCallback<T, X> statements) throws X {
        return handle.inTransaction(statements);
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** The turn also covers the file's making, which two processes at once may not do. */
    @Override
    public void migrate(DataSource source, Runnable migrations) {
        try {
            Files.createDirectories(file.getParent());
            try (Turn turn = Turn.at(file.resolveSibling(file.getFileName() + ".migration"))) {
                migrations.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
