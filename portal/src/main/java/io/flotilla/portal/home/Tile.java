package io.flotilla.portal.home;

import io.flotilla.base.catalogue.App;

/**
 * One app as the home page shows it.
 *
 * @param monogram up to two letters that stand for it where it has no logo
 * @param colour   which of the eight colours its monogram has, the same on every page and day
 * @param state    {@code up}, {@code failing}, {@code down} or {@code unknown}
 */
public record Tile(String name, String title, String description, String path, String monogram, int colour,
        String state) {
    private static final int COLOURS = 8;

    static Tile of(App app, String state) {
        return new Tile(app.name(), app.title(), app.description(), app.urlPath(), monogram(app.title()),
                Math.floorMod(app.name().hashCode(), COLOURS), state);
    }

    private static String monogram(String title) {
        var letters = new StringBuilder();
        for (var word : title.strip().split("\\s+")) {
            if (letters.codePointCount(0, letters.length()) < 2) {
                word.codePoints().limit(1).forEach(letters::appendCodePoint);
            }
        }
        return letters.toString();
    }
}
