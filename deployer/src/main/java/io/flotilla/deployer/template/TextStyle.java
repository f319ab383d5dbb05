package io.flotilla.deployer.template;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a string is written so that YAML 1.1, which CloudFormation reads, gives it back unchanged and as a string: plain
 * only where nothing could be read into it, a block for scripts, double quotes for all else.
 */
public final class TextStyle {
    /** Begins with a letter or slash, so no number, date or {@code 22:22}; colons only inside, as in AWS::Region. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/](?:[A-Za-z0-9_./@-]|::?(?=[A-Za-z0-9_/]))*+");
    private static final Pattern PLAIN_WORDS = Pattern
            .compile("[A-Za-z][A-Za-z0-9_./,;()'-]*+(?: [A-Za-z0-9_./,;()'-]++)++");
    /** Words of YAML 1.1 that are not strings. */
    private static final Set<String> RESERVED = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private TextStyle() {}

    /** @param indent of the lines below, should the string become a block */
    static String print(String text, int indent) {
        return isScript(text) ? block(text, indent) : printOneLine(text);
    }

    public static String printOneLine(String text) {
        var plain = PLAIN.matcher(text).matches() || PLAIN_WORDS.matcher(text).matches();
        return plain && !RESERVED.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    static String printKey(String key) {
        return printOneLine(key);
    }

    /** More than one line, none of them with what a block would change or hide. */
    private static boolean isScript(String text) {
        var first = text.replaceFirst("^\n+", "");
        return text.stripTrailing().contains("\n") && !first.startsWith(" ") && !first.startsWith("\t")
                && text.codePoints().allMatch(TextStyle::isPrintable);
    }

    private static boolean isPrintable(int point) {
        return point == '\n' || point == '\t' || point >= ' ' && point <= '~'
                || point >= 0xA0 && point <= 0xD7FF && point != 0x2028 && point != 0x2029
                || point >= 0xE000 && point <= 0xFFFD && point != 0xFEFF;
    }

    private static String block(String text, int indent) {
        var body = text.replaceFirst("\n+\\z", "");
        var ends = text.length() - body.length();
        var chomping = ends == 0 ? "|-" : ends == 1 ? "|" : "|+";
        var lines = new StringBuilder(chomping);
        for (var line : body.split("\n", -1)) {
            lines.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent) + line);
        }
        return lines.append("\n".repeat(Math.max(0, ends - 1))).toString();
    }

    /** Double quotes with the escapes that JSON shares, so that every parser agrees. */
    public static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var unit : text.toCharArray()) {
            switch (unit) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(escaped(unit));
            }
        }
        return quoted.append('"').toString();
    }

    private static String escaped(char unit) {
        var printable = isPrintable(unit) || Character.isSurrogate(unit);
        return printable ? String.valueOf(unit) : "\\u%04x".formatted((int) unit);
    }
}
