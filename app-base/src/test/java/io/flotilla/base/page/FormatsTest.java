package io.flotilla.base.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0", "950 | 950", "9999 | 9,999", "10000 | 10.0k", "12345 | 12.3k",
            "999949 | 999.9k", "999950 | 1.0M", "-4600000 | -4.6M"})
    void numbersTakeLittleRoom(double number, String words) {
        assertEquals(words, Formats.compact(number));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0 s", "PT45S, 45 s", "PT60S, 1 min", "PT3H12M59S, 3 h 12 min", "PT3H0M59S, 3 h",
            "P2DT4H, 2 d 4 h",
            "P400D, 400 d"})
    void durationsAreSaidByTheirTwoLargestUnits(Duration duration, String words) {
        assertEquals(words, Formats.words(duration));
    }

    @Test
    void timesSayTheirZone() {
        assertEquals("24 Nov 2026, 03:31 UTC", Formats.utc(Instant.parse("2026-11-24T03:31:28Z")));
    }

    @Test
    void numbersAreGroupedWhateverTheMachinesLocale() {
        assertEquals("1,234,567", Formats.grouped(1234567));
        assertEquals("1,234.57", Formats.decimals(1234.567, 2));
    }

    @Test
    void namesAreSortedWhateverTheirCase() {
        assertEquals(List.of("admin", "Sales", "warehouse"), Formats.sorted(List.of("warehouse", "Sales", "admin")));
    }
}
