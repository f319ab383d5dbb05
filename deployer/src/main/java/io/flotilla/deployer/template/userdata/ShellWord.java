package io.flotilla.deployer.template.userdata;

import java.util.regex.Pattern;

import io.flotilla.deployer.template.InvalidTemplate;

/** Any text as one word of a bash script that stands for exactly this text, on one line, and for nothing else. */
final class ShellWord {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

    private ShellWord() {}

    /** @throws InvalidTemplate for a NUL, which no shell variable can hold */
    static String of(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidTemplate("a NUL character cannot be passed to a program: \"%s\""
                    .formatted(text.replace("\0", "\\0")));
        } else if (HARMLESS.matcher(text).matches()) {
            return text;
        }
        return text.chars().anyMatch(ShellWord::isControl) ? escaped(text) : quoted(text);
    }

    private static boolean isControl(int unit) {
        return unit < ' ' || unit == 0x7F;
    }

    /** Two braces are parted, because CloudFormation reads {@code {{resolve:…}}} wherever it stands. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''").replace("{{", "{''{").replace("{{", "{''{") + "'";
    }

    /** Bash's {@code $'…'}: the only quotes in which a line break is not one, so no line of ours can be forged. */
    private static String escaped(String text) {
        var word = new StringBuilder("$'");
        for (var unit : text.toCharArray()) {
            switch (unit) {
                case '\n' -> word.append("\\n");
                case '\t' -> word.append("\\t");
                case '\'' -> word.append("\\'");
                case '\\' -> word.append("\\\\");
                case '{' -> word.append("\\x7b");
                default -> word.append(isControl(unit) ? "\\x%02x".formatted((int) unit) : unit);
            }
        }
        return word.append('\'').toString();
    }
}
