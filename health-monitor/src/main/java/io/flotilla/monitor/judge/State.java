package io.flotilla.monitor.judge;

import java.util.Locale;

/** How an app is, as far as its checks tell. */
public enum State {
    /** Not checked yet. */
    UNKNOWN,
    UP,
    /** Some checks failed, too few to call it down. */
    FAILING,
    DOWN;

    /** The word on pages and in the API: {@code up}, {@code failing}, {@code down}, {@code unknown}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
