package io.flotilla.base.store;

import java.nio.file.Path;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    Database fresh() {
        return Database.parse("sqlite:" + folder.resolve("not/yet/there").resolve(UUID.randomUUID() + ".db"),
                "contract");
    }

    @Override
    boolean commitsAreDurable(Handle handle) {
        return handle.createQuery("PRAGMA synchronous").mapTo(Integer.class).one() == 2
                && handle.createQuery("PRAGMA journal_mode").mapTo(String.class).one().equals("wal");
    }
}
