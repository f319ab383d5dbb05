package io.flotilla.portal.request.store;

import java.nio.file.Path;

import io.flotilla.base.store.TrialStore;
import org.junit.jupiter.api.io.TempDir;

class RequestsOnSqliteTest extends RequestsContract {
    @TempDir
    Path folder;

    @Override
    TrialStore fresh() throws Exception {
        return TrialStore.sqlite(folder);
    }
}
