package io.flotilla.base.store;

import org.jdbi.v3.core.HandleCallback;

/** The store of a program that was given no database: it may be injected, but not used. */
final class NoStore implements Store {
    @Override
    public <T, X extends Exception> T read(HandleCallback<T, X> queries) {
        throw missing();
    }

    @Override
    public <T, X extends Exception> T write(HandleCallback<T, X> statements) {
        throw missing();
    }

    private static IllegalStateException missing() {
        return new IllegalStateException(
                "no database: set flotilla.database (in the environment: FLOTILLA_DATABASE) to "
                        + "sqlite:/path/of/a/file.db or postgresql://user:password@host:5432/database");
    }
}
