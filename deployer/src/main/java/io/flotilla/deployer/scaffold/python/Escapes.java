package io.flotilla.deployer.scaffold.python;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What backslashes in a string mean (The Python Language Reference, "Escape sequences"); an unknown one means itself. */
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:(\\n)|([\\\\'\"abfnrtv])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N\\{([^}\\n]+)})");
    private static final Map<String, String> LETTERS = Map.of("\\", "\\", "'", "'", "\"", "\"", "a", "\u0007", "b",
            "\b",
            "f", "\f", "n", "\n", "r", "\r", "t", "\t", "v", "\u000b");

    private Escapes() {}

    static String resolve(String body, int line) throws PythonMistake {
        if (!body.contains("\\")) {
            return body;
        }
        try {
            return ESCAPE.matcher(body).replaceAll(escape -> Matcher.quoteReplacement(meaning(escape)));
        } catch (IllegalArgumentException unknown) {
            throw new PythonMistake(line, "a string that begins here names a character that does not exist");
        }
    }

    private static String meaning(MatchResult escape) {
        if (escape.group(1) != null) {
            return "";
        }
        if (escape.group(2) != null) {
            return LETTERS.get(escape.group(2));
        }
        if (escape.group(3) != null) {
            return Character.toString(Integer.parseInt(escape.group(3), 8));
        }
        for (var group = 4; group <= 6; group++) {
            if (escape.group(group) != null) {
                return Character.toString(Integer.parseUnsignedInt(escape.group(group), 16));
            }
        }
        return Character.toString(Character.codePointOf(escape.group(7)));
    }
}
