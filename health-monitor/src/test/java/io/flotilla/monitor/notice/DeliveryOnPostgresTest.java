package io.flotilla.monitor.notice;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.TestDatabase;

class DeliveryOnPostgresTest extends DeliveryContract {
    @Override
    Store fresh() {
        return TestDatabase.postgres();
    }
}
