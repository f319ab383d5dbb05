package io.flotilla.portal.directory;

import java.util.regex.Pattern;

import io.flotilla.base.access.AccessRules;

/**
 * A group of the directory.
 *
 * @param name        as tokens spell it
 * @param description one sentence, or empty
 */
public record Group(String name, String description) {
    /** What Cognito takes as a group's name, less white space, commas and slashes, which lists and addresses could not carry. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.@+-]{1,128}");

    /** @throws IllegalArgumentException if no group can have that name; the message says why */
    public static Group named(String name, String description) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A group's name is 1 to 128 letters, digits, _ . @ + or -, without spaces: “%s”".formatted(name));
        }
        if (name.equals(AccessRules.EVERYONE)) {
            throw new IllegalArgumentException(
                    "The group “everyone” is reserved: every signed-in person is in it already.");
        }
        return new Group(name, description.strip());
    }
}
