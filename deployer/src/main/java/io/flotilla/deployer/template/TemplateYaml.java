package io.flotilla.deployer.template;

import java.util.List;

import io.flotilla.deployer.template.Value.Base64;
import io.flotilla.deployer.template.Value.Fields;
import io.flotilla.deployer.template.Value.Flag;
import io.flotilla.deployer.template.Value.GetAtt;
import io.flotilla.deployer.template.Value.ImportValue;
import io.flotilla.deployer.template.Value.Items;
import io.flotilla.deployer.template.Value.Join;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.Value.Secret;
import io.flotilla.deployer.template.Value.Sub;
import io.flotilla.deployer.template.Value.Text;
import io.flotilla.deployer.template.Value.Whole;

/**
 * Prints values as an operator would write them: block style, short forms of intrinsic functions, scripts as blocks.
 * A printer of its own because no library's dump keeps all of that, and every string's quoting is decided in one place.
 */
final class TemplateYaml {
    private final StringBuilder out = new StringBuilder();

    private TemplateYaml() {}

    static String print(Fields document) {
        var yaml = new TemplateYaml();
        yaml.fields(document, 0, true);
        return yaml.out.toString();
    }

    /** The part of a mapping or item after its key or dash; {@code indent} is that of what nests below it. */
    private void nested(Value value, int indent) {
        if (value instanceof Fields fields && !fields.values().isEmpty()) {
            out.append('\n');
            fields(fields, indent, true);
        } else if (value instanceof Items items && !items.values().isEmpty()) {
            out.append('\n');
            items(items.values(), indent, true);
        } else if (value instanceof Join join) {
            out.append(" !Join\n");
            items(List.of(new Text(join.delimiter()), new Items(join.values())), indent, true);
        } else if (value instanceof Base64 base64) {
            out.append('\n');
            // The long form: YAML allows no two tags in a row.
            line(indent, "Fn::Base64:");
            nested(base64.value(), indent + 2);
        } else if (value instanceof GetAtt getAtt && getAtt.attribute().contains(".")) {
            out.append('\n');
            // The long form: in the short one, not every reader knows where the resource's name ends.
            line(indent, "Fn::GetAtt:\n");
            items(List.of(new Text(getAtt.resource()), new Text(getAtt.attribute())), indent + 2, true);
        } else if (value instanceof Text text) {
            out.append(' ').append(TextStyle.print(text.value(), indent)).append('\n');
        } else {
            out.append(' ').append(flat(value)).append('\n');
        }
    }

    private void fields(Fields fields, int indent, boolean indentFirst) {
        var first = true;
        for (var field : fields.values().entrySet()) {
            line(first && !indentFirst ? 0 : indent, TextStyle.printKey(field.getKey()) + ":");
            nested(field.getValue(), indent + 2);
            first = false;
        }
    }

    private void items(List<Value> values, int indent, boolean indentFirst) {
        var first = true;
        for (var value : values) {
            line(first && !indentFirst ? 0 : indent, "-");
            if (value instanceof Fields fields && !fields.values().isEmpty()) {
                out.append(' ');
                fields(fields, indent + 2, false);
            } else if (value instanceof Items items && !items.values().isEmpty()) {
                out.append(' ');
                items(items.values(), indent + 2, false);
            } else {
                nested(value, indent + 2);
            }
            first = false;
        }
    }

    private void line(int indent, String text) {
        out.append(" ".repeat(indent)).append(text);
    }

    private static String flat(Value value) {
        if (value instanceof Whole whole) {
            return Long.toString(whole.value());
        } else if (value instanceof Flag flag) {
            return Boolean.toString(flag.value());
        } else if (value instanceof Ref ref) {
            return "!Ref " + TextStyle.print(ref.logicalId(), 0);
        } else if (value instanceof GetAtt getAtt) {
            return "!GetAtt " + TextStyle.print(getAtt.resource() + "." + getAtt.attribute(), 0);
        } else if (value instanceof Sub sub) {
            return "!Sub " + TextStyle.printOneLine(sub.text());
        } else if (value instanceof ImportValue imported) {
            return "!ImportValue " + TextStyle.printOneLine(imported.export().value());
        }
        if (value instanceof Secret secret) {
            return "\"{{resolve:ssm-secure:" + secret.path() + "}}\"";
        }
        return value instanceof Items ? "[]" : "{}";
    }
}
