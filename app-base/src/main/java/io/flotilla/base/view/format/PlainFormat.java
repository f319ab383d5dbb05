package io.flotilla.base.view.format;

/** Text, names, yes and no. */
record PlainFormat() implements Format {
    static final PlainFormat PLAIN = new PlainFormat();
    /** What stands where there is nothing. */
    static final String NOTHING = "–";

    @Override
    public String text(Object value) {
        if (value == null) {
            return NOTHING;
        }
        return value instanceof Boolean truth ? (truth ? "yes" : "no") : value.toString();
    }
}
