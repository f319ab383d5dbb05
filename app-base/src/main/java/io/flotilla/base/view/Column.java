package io.flotilla.base.view;

import java.util.Optional;
import java.util.function.Function;

import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.Tone;

/**
 * One column of a table.
 *
 * @param value  what it shows of a row: a number, a date, a text, a truth; may be null
 * @param format how; empty for what suits the value
 * @param tone   what the value means
 * @param totalled whether the last line says its sum
 * @param metered  whether a bar shows its size against the largest
 */
public record Column<T>(String title, Function<? super T, ?> value, Optional<Format> format,
        Function<? super T, Tone> tone, boolean totalled, boolean metered) {

    static <T> Column<T> of(String title, Function<? super T, ?> value) {
        return new Column<>(title, value, Optional.empty(), row -> Tone.NONE, false, false);
    }

    public Column<T> as(Format how) {
        return new Column<>(title, value, Optional.of(how), tone, totalled, metered);
    }

    /** Colours a value by what it means: {@code tone(order -> order.late() ? Tone.BAD : Tone.GOOD)}. */
    public Column<T> tone(Function<? super T, Tone> meaning) {
        return new Column<>(title, value, format, meaning, totalled, metered);
    }

    /** Sums the column in the table's last line. */
    public Column<T> total() {
        return new Column<>(title, value, format, tone, true, metered);
    }

    /** Draws a bar beside the number, as long as it is large. */
    public Column<T> meter() {
        return new Column<>(title, value, format, tone, totalled, true);
    }
}
