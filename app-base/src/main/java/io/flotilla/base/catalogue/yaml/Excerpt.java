package io.flotilla.base.catalogue.yaml;

/** What a file says, fit to be quoted in one line of a message. */
final class Excerpt {
    private static final int MOST = 60;

    private Excerpt() {}

    static String of(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
        return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
    }
}
