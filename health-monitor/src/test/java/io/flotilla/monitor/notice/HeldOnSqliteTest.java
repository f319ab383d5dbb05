package io.flotilla.monitor.notice;

import java.nio.file.Path;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.TestDatabase;
import org.junit.jupiter.api.io.TempDir;

class HeldOnSqliteTest extends HeldContract {
    @TempDir
    Path folder;

    @Override
    Store fresh() {
        return TestDatabase.sqlite(folder);
    }
}
