package io.flotilla.base.access;

import java.util.Locale;
import java.util.Set;

/**
 * Who is signed in, as the identity token says.
 *
 * @param id     the token's {@code sub}: stable and opaque; the only field to store or compare
 * @param name   what to call the person on a page; falls back to the e-mail address, then the id
 * @param email  the e-mail address, or the empty string if the token has none
 * @param groups the groups of the token's {@code cognito:groups} claim, as spelled there
 */
public record Person(String id, String name, String email, Set<String> groups) {
    public Person {
        groups = Set.copyOf(groups);
    }

    /** Up to two letters that stand for the person: {@code AC} for Ana Castro, {@code 李} for 李雷. */
    public String initials() {
        var words = name.strip().split("[\\s.@_-]+");
        var letters = new StringBuilder();
        for (int i = 0; i < words.length && i < 2; i++) {
            words[i].codePoints().limit(1).forEach(letters::appendCodePoint);
        }
        return letters.toString().toUpperCase(Locale.ROOT);
    }
}
