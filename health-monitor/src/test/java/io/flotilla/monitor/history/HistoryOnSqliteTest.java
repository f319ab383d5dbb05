package io.flotilla.monitor.history;

import java.nio.file.Path;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.TestDatabase;
import org.junit.jupiter.api.io.TempDir;

class HistoryOnSqliteTest extends HistoryContract {
    @TempDir
    Path folder;

    @Override
    Store fresh() {
        return TestDatabase.sqlite(folder);
    }
}
