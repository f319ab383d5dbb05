package io.flotilla.monitor.judge;

/**
 * The last results, newest in the lowest bit, a failure as 1.
 *
 * @param results how many there are, at most {@link #LARGEST}
 * @param bits    which of them failed
 */
public record Window(int results, long bits) {
    public static final int LARGEST = 64;
    public static final Window EMPTY = new Window(0, 0);

    Window with(boolean failure) {
        return new Window(Math.min(LARGEST, results + 1), bits << 1 | (failure ? 1 : 0));
    }

    /** Failures among the newest {@code size} results. */
    int failures(int size) {
        var counted = Math.min(size, results);
        return counted == 0 ? 0 : Long.bitCount(bits << (LARGEST - counted));
    }
}
