package io.flotilla.base.view.format;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A title as a name for parameters, parts and files: {@code revenue-by-day}. Letters and digits only, so it is safe anywhere. */
public final class Slug {
    private static final int LONGEST = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private Slug() {}

    /** @param otherwise if the title has no letter or digit */
    public static String of(String title, String otherwise) {
        var letters = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD)).replaceAll("");
        var slug = EDGES.matcher(OTHERS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("-")).replaceAll("");
        if (slug.isEmpty()) {
            return otherwise;
        }
        return slug.codePointCount(0, slug.length()) <= LONGEST
                ? slug
                : slug.substring(0, slug.offsetByCodePoints(0, LONGEST));
    }
}
