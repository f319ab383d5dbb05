package io.flotilla.portal.request.store;

import io.flotilla.base.store.TrialStore;

class RequestsOnPostgresTest extends RequestsContract {

    @Override
    TrialStore fresh() throws Exception {
        return TrialStore.postgres();
    }
}
