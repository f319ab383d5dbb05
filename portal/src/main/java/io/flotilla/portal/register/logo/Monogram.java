package io.flotilla.portal.register.logo;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands for an app without a logo: letters of its title on one of {@value #COLOURS} grounds, the same on every page and
 * day.
 *
 * @param letters one or two; written as text, so in whatever script the title has
 * @param colour  of its ground, from 0
 */
public record Monogram(String letters, int colour) {
    private static final int COLOURS = 12;
    /** A letter or digit with the marks that belong to it: {@code é} however it is put together. */
    private static final Pattern FIRST = Pattern.compile("[\\p{L}\\p{N}]\\p{M}*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’]*");

    /** @param name decides the colour, since a title may change; @param title decides the letters */
    public static Monogram of(String name, String title) {
        return new Monogram(letters(title), Math.floorMod(mixed(name), COLOURS));
    }

    private static String letters(String title) {
        var letters = new StringBuilder();
        var words = WORD.matcher(title);
        for (int count = 0; count < 2 && words.find(); count++) {
            var first = FIRST.matcher(words.group());
            if (first.find()) {
                letters.append(first.group());
            }
        }
        return letters.isEmpty() ? "·" : letters.toString().toUpperCase(Locale.ROOT);
    }

    /** Spreads names that differ little: the last step of MurmurHash3. */
    private static int mixed(String name) {
        int hash = name.hashCode();
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
