package io.flotilla.base.noticeboard;

import java.util.regex.Pattern;

/**
 * What a key may look like, so that it means the same as a file's path and as an object's name: parts of letters, digits,
 * {@code _}, {@code -} and {@code .}, divided by single slashes; no part begins with a point.
 */
final class Key {
    private static final int LONGEST = 200;
    private static final String PART = "[A-Za-z0-9_-][A-Za-z0-9_.-]*";
    private static final Pattern WHOLE = Pattern.compile(PART + "(/" + PART + ")*");
    private static final Pattern BEGINNING = Pattern.compile("(" + PART + "/)*(" + PART + ")?");

    private Key() {}

    static boolean isValid(String key) {
        return key.length() <= LONGEST && WHOLE.matcher(key).matches();
    }

    static String valid(String key) {
        if (!isValid(key)) {
            throw refused("key", key);
        }
        return key;
    }

    static String validPrefix(String prefix) {
        if (prefix.length() > LONGEST || !BEGINNING.matcher(prefix).matches()) {
            throw refused("prefix", prefix);
        }
        return prefix;
    }

    private static IllegalArgumentException refused(String what, String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return new IllegalArgumentException(
                ("\"%s\" cannot be a noticeboard %s: use at most %d letters, digits, _, - and .,"
                        + " with / between parts and no part that is empty or begins with a point").formatted(
                                shown.replaceAll("\\p{Cntrl}", "?"), what, LONGEST));
    }
}
