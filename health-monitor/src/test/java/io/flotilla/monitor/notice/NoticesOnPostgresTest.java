package io.flotilla.monitor.notice;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.TestDatabase;

class NoticesOnPostgresTest extends NoticesContract {
    @Override
    Store fresh() {
        return TestDatabase.postgres();
    }
}
