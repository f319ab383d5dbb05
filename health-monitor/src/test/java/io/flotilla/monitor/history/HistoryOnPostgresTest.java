package io.flotilla.monitor.history;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.TestDatabase;

class HistoryOnPostgresTest extends HistoryContract {
    @Override
    Store fresh() {
        return TestDatabase.postgres();
    }
}
