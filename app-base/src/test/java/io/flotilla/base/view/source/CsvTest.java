package io.flotilla.base.view.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    @TempDir
    Path folder;

    enum Size {
        SMALL, VERY_LARGE
    }

    record Item(String name, LocalDate day, int units, double unitPrice, Boolean sold, Size size) {}

    @Test
    void columnsAreTypedByTheRecordWhateverTheirOrder() throws IOException {
        var file = write(
                "\uFEFFUnit price,NAME,day,units,sold,size\r\n1.5,\"Saw, \"\"big\"\"\nred\",2026-01-02,3,yes,very large\r\n\r\n");
        assertEquals(
                List.of(new Item("Saw, \"big\"\nred", LocalDate.parse("2026-01-02"), 3, 1.5, true, Size.VERY_LARGE)),
                Csv.rows(file, Item.class).list());
    }

    @Test
    void aCellThatDoesNotFitNamesItsPlace() throws IOException {
        var file = write("name;day;units;unit_price;sold;size\na;2026-01-01;1;2;;SMALL\nb;2026-01-01;many;2;;SMALL\n");
        var error = assertThrows(IllegalArgumentException.class, Csv.rows(file, Item.class)::list);
        assertTrue(error.getMessage().endsWith("items.csv, line 3, column `units`: `many` is not a int"),
                error.getMessage());
    }

    @Test
    void aMissingColumnAndAMissingFileAreNamed() throws IOException {
        var error = assertThrows(IllegalArgumentException.class, Csv.rows(write("name,day\na,b\n"), Item.class)::list);
        assertTrue(error.getMessage().endsWith("no column for `units` of Item; there are name, day"),
                error.getMessage());
        assertThrows(java.io.UncheckedIOException.class, Csv.rows(folder.resolve("none.csv"), Item.class)::list);
        assertThrows(IllegalArgumentException.class, Csv.rows(write("name\n\"a\n"), Item.class)::list);
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        var rows = Csv.rows(write("name,day,units,unit_price,sold,size\na,,1,2,,\n"), Item.class);
        assertEquals(1, rows.list().size());
        write("name,day,units,unit_price,sold,size\na,,1,2,,\nb,,1,2,,\n");
        assertEquals(2, rows.list().size());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("items.csv"), text);
    }
}
