package io.flotilla.portal.directory;

import java.nio.file.Path;

import io.flotilla.base.store.TrialStore;
import org.junit.jupiter.api.io.TempDir;

class LocalDirectoryOnSqliteTest extends LocalDirectoryContract {
    @TempDir
    Path folder;

    @Override
    TrialStore fresh() throws Exception {
        return TrialStore.sqlite(folder);
    }
}
