package io.flotilla.base.view.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | $0.00", "1234567.895 | $1,234,567.90", "-0.004 | $0.00",
            "-12.5 | -$12.50",
            "999.999 | $1,000.00", "1e15 | $1,000,000,000,000,000.00", "NaN | –", "Infinity | $∞", "-Infinity | -$∞"})
    void moneyHasItsSignItsGroupsAndItsCents(double number, String words) {
        assertEquals(words, Format.money("$", 2).text(number));
    }

    @Test
    void whatIsNoNumberIsItself() {
        assertEquals("–", Format.number(0).text(null));
        assertEquals("12.5 %", Format.percent(1).text(0.125));
        assertEquals("12.3k km", Format.unit("km", 0).shortened().text(12_345));
        assertEquals("12.5", Format.percent(1).bare(0.125));
    }
}
