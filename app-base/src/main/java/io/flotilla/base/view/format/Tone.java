package io.flotilla.base.view.format;

import java.util.Locale;

/** What a value means for whoever reads it. Colour never says it alone: the value stands there too. */
public enum Tone {
    NONE, GOOD, WARNING, BAD;

    public String css() {
        return "state-" + name().toLowerCase(Locale.ROOT);
    }
}
