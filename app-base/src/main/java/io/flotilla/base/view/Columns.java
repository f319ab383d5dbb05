package io.flotilla.base.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of parts, each as wide as its share of twelve; on a phone they stand below each other.
 *
 * @param columns from left to right
 */
public record Columns(List<One> columns) implements Part {
    private static final int WHOLE = 12;

    /** @param width of twelve */
    public record One(int width, List<Part> parts) {}

    /** {@code Columns.of(8, chart).and(4, table, note)}: two thirds, and one third with two parts below each other. */
    public static Columns of(int width, Part... parts) {
        return new Columns(List.of()).and(width, parts);
    }

    /** @throws IllegalArgumentException if the width is not 1 to 12 */
    public Columns and(int width, Part... parts) {
        if (width < 1 || width > WHOLE) {
            throw new IllegalArgumentException("a column is 1 to 12 twelfths wide, not " + width);
        }
        var more = new ArrayList<>(columns);
        more.add(new One(width, List.of(parts)));
        return new Columns(List.copyOf(more));
    }

    @Override
    public String title() {
        return "";
    }
}
