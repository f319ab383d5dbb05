package io.flotilla.deployer.scaffold.legacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.TextNode;

/** Writes strings so that the catalogue's reader gives them back unchanged and as strings. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./@-]*");
    private static final Pattern NOT_TEXT = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private YamlText() {}

    /** Plain where nothing could be read into it; otherwise quoted as JSON does it, which is YAML too. */
    static String of(String text) {
        var literal = text.replace("${", "$${");
        return PLAIN.matcher(literal).matches() && !NOT_TEXT.matcher(literal).matches()
                ? literal
                : TextNode.valueOf(literal).toString();
    }

    static String of(List<String> texts) {
        return texts.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
    }
}
