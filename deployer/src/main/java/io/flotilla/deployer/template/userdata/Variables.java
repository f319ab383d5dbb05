package io.flotilla.deployer.template.userdata;

import java.util.Locale;
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
    private static final Pattern PROPERTY = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    /** Bash evaluates what stands in the brackets of {@code a[…]=}, so a name is checked, not quoted. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** @param settings by property name such as {@code flotilla.url-path}, or by variable name */
    static Variables of(Map<String, String> settings) {
        var values = new TreeMap<String, String>();
        var references = new TreeMap<String, Reference>();
        settings.forEach((setting, value) -> Reference.of(value).ifPresentOrElse(
                reference -> references.put(name(setting), reference),
                () -> values.put(name(setting), value)));
        return new Variables(values, references);
    }

    /** Names as MicroProfile Config looks for them: {@code FLOTILLA_URL_PATH}. */
    private static String name(String setting) {
        var name = PROPERTY.matcher(setting).matches()
                ? setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT)
                : setting;
        if (!NAME.matcher(name).matches()) {
            throw new InvalidTemplate("variables: \"%s\" is no name for an environment variable".formatted(setting));
        }
        return name;
    }
}
