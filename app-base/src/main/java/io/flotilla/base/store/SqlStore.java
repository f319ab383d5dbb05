package io.flotilla.base.store;

import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The store on either engine. Writers of this process queue here in the order they come, so that they neither starve one
 * another nor hold connections that readers could use; writers of other processes queue in the database.
 */
final class SqlStore implements Store {
    private final Database database;
    private final Jdbi jdbi;
    private final ReentrantLock writers = new ReentrantLock(true);

    SqlStore(Database database, DataSource source) {
        this.database = database;
        this.jdbi = Jdbi.create(source);
    }

    @Override
    public <T, X extends Exception> T read(HandleCallback<T, X> queries) throws X {
        return jdbi.withHandle(handle -> database.read(handle, queries));
    }

    @Override
    public <T, X extends Exception> T write(HandleCallback<T, X> statements) throws X {
        if (writers.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write would wait for itself: pass the handle on instead");
        }
        writers.lock();
        try {
            return jdbi.withHandle(handle -> database.write(handle, statements));
        } finally {
            writers.unlock();
        }
    }
}
