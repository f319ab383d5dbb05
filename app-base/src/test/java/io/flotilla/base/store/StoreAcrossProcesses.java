package io.flotilla.base.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import io.flotilla.base.file.OtherProcess;
import org.junit.jupiter.api.Test;

/** What a program may rely on when it shares its database with others, or is killed; on either engine. */
abstract class StoreAcrossProcesses {
    private static final int ENTRIES = 60;
    private static final int KILLS = 5;

    /** The setting of a database that no other test has used. */
    abstract String setting() throws Exception;

    /** Its schema, if its engine has such. */
    abstract String schema();

    @Test
    void processesThatStartAndWriteTogetherNeitherFailNorLoseAnything() throws Exception {
        String setting = setting();
        try (OtherProcess one = writer(setting, ENTRIES);
                OtherProcess two = writer(setting, ENTRIES);
                OpenDatabase here = OpenDatabase.open(Database.parse(setting, schema()))) {
            for (int i = 0; i < ENTRIES; i++) {
                WriterProgram.writeNext(here.store());
            }
            one.succeeds();
            two.succeeds();

            assertEquals(3 * ENTRIES, entries(here).size());
        }
    }

    @Test
    void aKilledProcessFindsEverythingThatWasAcknowledgedAndNothingByHalves() throws Exception {
        String setting = setting();
        for (int kill = 1; kill <= KILLS; kill++) {
            long acknowledged = killedAfter(writer(setting, Integer.MAX_VALUE), kill * 7);
            try (OpenDatabase again = OpenDatabase.open(Database.parse(setting, schema()))) {
                List<Long> entries = entries(again);
                assertTrue(entries.size() >= acknowledged, entries.size() + " of " + acknowledged);
                assertEquals(entries.size(), again.store().<Integer, RuntimeException>read(handle -> handle
                        .createQuery("SELECT amount FROM counter WHERE name = 'a'").mapTo(Integer.class).one()));
                assertEquals(entries.size() + 1, WriterProgram.writeNext(again.store()));
            }
        }
    }

    private OtherProcess writer(String setting, int entries) throws Exception {
        return OtherProcess.start(WriterProgram.class, setting, schema(), Integer.toString(entries));
    }

    private static long killedAfter(OtherProcess writer, int acknowledgements) throws Exception {
        String last = "0";
        for (int i = 0; i < acknowledgements; i++) {
            last = writer.line();
        }
        List<String> rest = writer.kill();
        return Long.parseLong(rest.isEmpty() ? last : rest.get(rest.size() - 1));
    }

    private static List<Long> entries(OpenDatabase open) {
        return open.store().<List<Long>, RuntimeException>read(
                handle -> handle.createQuery("SELECT id FROM entry ORDER BY id").mapTo(Long.class).list());
    }
}
