package io.flotilla.base.catalogue.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody probably meant: the one with the fewest letters changed, if they are few. */
final class Nearest {
    private Nearest() {}

    static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > 60) {
            return Optional.empty();
        }
        var plain = plain(word);
        return known.stream()
                .filter(name -> distance(plain, plain(name)) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Damerau's distance with adjacent transpositions: four kinds of typing mistake, each counted once. */
    private static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
