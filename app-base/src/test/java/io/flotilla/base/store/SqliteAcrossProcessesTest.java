package io.flotilla.base.store;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

class SqliteAcrossProcessesTest extends StoreAcrossProcesses {
    @TempDir
    Path folder;

    @Override
    String setting() {
        return "sqlite:" + folder.resolve("shared.db");
    }

    @Override
    String schema() {
        return "main";
    }
}
