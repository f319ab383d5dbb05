package io.flotilla.monitor.status.feed;

import io.flotilla.monitor.judge.State;

/** A small picture that says how an app is, for a page elsewhere. */
final class Badge {
    /** The mean width of a letter at 11 pixels; the text is stretched to fit, so a guess will do. */
    private static final double LETTER = 6.6;
    private static final int PADDING = 10;

    private Badge() {}

    static String svg(String title, State state) {
        var left = width(title);
        var right = width(state.word());
        var colour = switch (state) {
            case UP -> "#23863a";
            case FAILING -> "#b25d00";
            case DOWN -> "#c62f2f";
            case UNKNOWN -> "#667085";
        };
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s: %3$s">
                <title>%2$s: %3$s</title>
                <clipPath id="r"><rect width="%1$d" height="20" rx="4"/></clipPath>
                <g clip-path="url(#r)"><rect width="%4$d" height="20" fill="#3f4a57"/><rect x="%4$d" width="%5$d" height="20" fill="%6$s"/></g>
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                <text x="%7$d" y="14" textLength="%8$d" lengthAdjust="spacingAndGlyphs">%2$s</text>
                <text x="%9$d" y="14" textLength="%10$d" lengthAdjust="spacingAndGlyphs">%3$s</text>
                </g></svg>
                """
                .formatted(left + right, Xml.text(title), state.word(), left, right, colour, PADDING / 2,
                        left - PADDING, left + PADDING / 2, right - PADDING);
    }

    private static int width(String text) {
        return (int) Math.round(text.codePointCount(0, text.length()) * LETTER) + PADDING;
    }
}
