package io.flotilla.deployer.template.userdata;

import java.util.Optional;
import java.util.regex.Pattern;

import io.flotilla.deployer.template.InvalidTemplate;

/**
 * A parameter of Parameter Store that a setting refers to.
 *
 * @param path such as {@code /fleet/git}
 */
public record Reference(String path) {
    private static final String SCHEME = "ssm:";
    /** Neither wildcards nor policy variables: the path becomes part of what a role may do. */
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*");

    public Reference {
        if (!PATH.matcher(path).matches()) {
            throw new InvalidTemplate(
                    "\"%s\" is no path of letters, digits and ._- in Parameter Store".formatted(path));
        }
    }

    /** @return empty if the value is no reference but stands for itself */
    public static Optional<Reference> of(String value) {
        if (!value.startsWith(SCHEME)) {
            return Optional.empty();
        }
        return Optional.of(new Reference(value.substring(SCHEME.length())));
    }
}
