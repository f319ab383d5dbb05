package io.flotilla.deployer.scaffold.fleet;

import java.util.Collection;
import java.util.stream.Collectors;

import io.flotilla.deployer.template.TextStyle;

/** Writes strings so that the catalogue's reader gives them back unchanged and as strings. */
public final class YamlText {
    private YamlText() {}

    /** As CloudFormation's stricter YAML has it; and a variable's beginning is doubled, so that it stays text. */
    public static String of(String text) {
        return TextStyle.printOneLine(literal(text));
    }

    /** A list on one line. */
    public static String of(Collection<String> texts) {
        return texts.stream().map(YamlText::item).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Between brackets a comma would end it. */
    private static String item(String text) {
        return text.contains(",") ? TextStyle.quoted(literal(text)) : of(text);
    }

    private static String literal(String text) {
        return text.replace("${", "$${");
    }
}
