package io.flotilla.portal.directory;

import io.flotilla.base.store.TrialStore;

class LocalDirectoryOnPostgresTest extends LocalDirectoryContract {

    @Override
    TrialStore fresh() throws Exception {
        return TrialStore.postgres();
    }
}
