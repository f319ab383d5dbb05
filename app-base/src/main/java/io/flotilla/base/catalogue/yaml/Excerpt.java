package io.flotilla.base.catalogue.yaml;

/** What a file says, fit to be quoted in one line of a message. */
final class Excerpt {
    private static final int MOST = 60;

    private Excerpt() {}

    /** The text on one line: control characters and line separators of any kind become question marks. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u0080-\\u009f]", "?");
    }

    static String of(String text) {
        return text.length() <= MOST ? line(text) : line(text.substring(0, MOST)) + "…";
    }
}
