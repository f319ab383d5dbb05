package io.flotilla.portal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.flotilla.base.access.Person;
import io.flotilla.base.store.TrialStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
    private static final Person ANA = new Person("ana", "Ana Castro", "ana@example.com", Set.of());
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgres"})
    void keepsEntriesInOrderAndFindsThemByAllWords(String engine) throws Exception {
        try (var trial = engine.equals("sqlite") ? TrialStore.sqlite(folder) : TrialStore.postgres()) {
            var audit = new Audit(trial.store());
            audit.append(ANA, "requirements set", "Sales", "", "sales");
            audit.append(ANA, "member added", "sales", "", "Bo 100%");
            audit.append(Audit.PORTAL, "member removed", "sales", "Bo", "");

            assertEquals(List.of(3L, 2L, 1L), numbers(audit.entries("", Long.MAX_VALUE, 10)));
            assertEquals(List.of(3L, 2L), numbers(audit.entries("", Long.MAX_VALUE, 2)));
            assertEquals(List.of(1L), numbers(audit.entries("", 2, 10)));
            assertEquals(List.of(2L), numbers(audit.entries("CASTRO member", Long.MAX_VALUE, 10)));
            assertEquals(List.of(2L), numbers(audit.entries("100%", Long.MAX_VALUE, 10)));
            assertEquals(List.of(), numbers(audit.entries("100_", Long.MAX_VALUE, 10)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgres"})
    void anEntryGoesWithItsTransaction(String engine) throws Exception {
        try (var trial = engine.equals("sqlite") ? TrialStore.sqlite(folder) : TrialStore.postgres()) {
            var audit = new Audit(trial.store());
            try {
                trial.store().<Integer, RuntimeException>write(handle -> {
                    audit.append(handle, ANA, "requirements set", "Sales", "", "sales");
                    throw new IllegalStateException("half way");
                });
            } catch (IllegalStateException expected) {
                assertEquals("half way", expected.getMessage());
            }

            assertEquals(List.of(), audit.entries("", Long.MAX_VALUE, 10));
        }
    }

    @Test
    void noCellOfACsvIsAFormulaOrEndsEarly() {
        var entry = new AuditEntry(1, Instant.EPOCH, "x", "=HYPERLINK(\"a\")", "a,b", "s", "", "-1\n2");

        var csv = AuditText.csv(List.of(entry));

        assertTrue(
                csv.endsWith(
                        "1,1970-01-01T00:00:00Z,\"x\",\"'=HYPERLINK(\"\"a\"\")\",\"a,b\",\"s\",\"\",\"'-1\n2\"\r\n"),
                csv);
    }

    private static List<Long> numbers(List<AuditEntry> entries) {
        return entries.stream().map(AuditEntry::number).toList();
    }
}
