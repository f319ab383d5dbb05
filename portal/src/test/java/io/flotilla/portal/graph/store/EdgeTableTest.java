package io.flotilla.portal.graph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.flotilla.base.store.TrialStore;
import io.flotilla.portal.graph.store.EdgeTable.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTableTest {
    private final EdgeTable edges = new EdgeTable();
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgres"})
    void whatWasSetLastCountsAndNothingIsSomethingToo(String engine) throws Exception {
        try (var trial = engine.equals("sqlite") ? TrialStore.sqlite(folder) : TrialStore.postgres()) {
            trial.store().<Integer, RuntimeException>write(handle -> {
                edges.set(handle, Kind.REQUIRES, "Sales", List.of("sales", "emea"), "ana", Instant.EPOCH);
                edges.set(handle, Kind.REQUIRES, "Sales", List.of("emea", "apac"), "bo", Instant.EPOCH);
                edges.set(handle, Kind.REQUIRES, "Closed", List.of("sales"), "ana", Instant.EPOCH);
                edges.set(handle, Kind.REQUIRES, "Closed", List.of(), "ana", Instant.EPOCH);
                edges.set(handle, Kind.OWNERS, "Sales", List.of("olivia@example.com"), "ana", Instant.EPOCH);
                return 0;
            });

            assertEquals(
                    Map.of("Sales", new TreeSet<>(Set.of("apac", "emea")), "Closed", new TreeSet<String>()),
                    trial.store().<Map<String, TreeSet<String>>, RuntimeException>read(
                            handle -> edges.all(handle, Kind.REQUIRES)));
            assertEquals(Map.of(), trial.store().<Map<String, TreeSet<String>>, RuntimeException>read(
                    handle -> edges.all(handle, Kind.GROUP_OWNERS)));
        }
    }
}
