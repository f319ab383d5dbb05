package io.flotilla.base.page.error;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.quarkus.qute.TemplateData;

/** A group that somebody would have to be in, and the people who decide about it. */
@TemplateData
public record MissingGroup(String name, List<Owner> owners) {

    /** Somebody to ask: a name, and the address to write to, if it is known. */
    @TemplateData
    public record Owner(String name, Optional<String> mail) {
        private static final Pattern WITH_ADDRESS = Pattern.compile("\\s*(.*?)\\s*<([^\\s<>?&%]+@[^\\s<>?&%]+)>\\s*");
        private static final Pattern ADDRESS = Pattern.compile("[^\\s<>?&%]+@[^\\s<>?&%]+");

        /** From {@code Olivia Lindqvist <olivia@example.com>}, an address, or a name; anything else is a name too. */
        static Owner of(String text) {
            var both = WITH_ADDRESS.matcher(text);
            if (both.matches()) {
                return new Owner(both.group(1).isEmpty() ? both.group(2) : both.group(1), Optional.of(both.group(2)));
            }
            return new Owner(text.strip(), Optional.of(text.strip()).filter(ADDRESS.asMatchPredicate()));
        }
    }
}
