package io.flotilla.deployer.template.userdata;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.flotilla.deployer.template.InvalidTemplate;

/**
 * The environment variables of the app's process.
 *
 * @param values     those with a value of their own, by name
 * @param references those whose value the instance fetches, by name
 */
record Variables(SortedMap<String, String> values, SortedMap<String, Reference> references) {
    /** Bash evaluates what stands in the brackets of {@code a[…]=}, so a name is checked, not quoted. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    static Variables of(Map<String, String> settings) {
        var values = new TreeMap<String, String>();
        var references = new TreeMap<String, Reference>();
        settings.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidTemplate("variables: \"%s\" is no name for an environment variable".formatted(name));
            }
            Reference.of(value).ifPresentOrElse(reference -> references.put(name, reference),
                    () -> values.put(name, value));
        });
        return new Variables(values, references);
    }
}
