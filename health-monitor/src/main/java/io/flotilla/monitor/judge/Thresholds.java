package io.flotilla.monitor.judge;

/**
 * When an app counts as down, and when as up again.
 *
 * @param downAfter failures in a row that make it down; 1 or more
 * @param upAfter   successes in a row that make it up again; 1 or more
 */
public record Thresholds(int downAfter, int upAfter) {
    /** Long enough that a few blips in ten checks are no outage; the size is ours, no standard's. */
    private static final int SMALLEST_WINDOW = 10;

    public Thresholds {
        if (downAfter < 1 || upAfter < 1) {
            throw new IllegalArgumentException("thresholds are at least 1: " + downAfter + ", " + upAfter);
        }
    }

    /** Whether failures that never came in a row are still too many: most of the window, and more than a row would need. */
    boolean flapping(Window window) {
        var size = Math.min(Window.LARGEST, Math.max(SMALLEST_WINDOW, 2 * downAfter));
        return window.failures(size) > Math.max(size / 2, downAfter);
    }
}
