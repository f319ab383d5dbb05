package io.flotilla.portal.admin;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import io.flotilla.portal.graph.Refused;
import io.flotilla.portal.graph.Refused.Reason;

/** What people type into fields. */
final class Fields {
    private Fields() {}

    /** Words between white space and commas. */
    static List<String> words(String text) {
        return Arrays.stream((text == null ? "" : text).split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** @throws Refused if one of them is no e-mail address */
    static SortedSet<String> addresses(String text) {
        var addresses = new TreeSet<>(words(text));
        for (var address : addresses) {
            if (!address.matches("[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\"]+")) {
                throw new Refused(Reason.IMPOSSIBLE, "“%s” is not an e-mail address.".formatted(address));
            }
        }
        return addresses;
    }
}
