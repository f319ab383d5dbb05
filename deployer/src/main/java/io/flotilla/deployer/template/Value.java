package io.flotilla.deployer.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A value in a template. Only a {@link Function} means anything to CloudFormation: a {@link Text} is what it says,
 * whatever it looks like.
 */
public sealed interface Value {

    /** @param value never a dynamic reference: CloudFormation would resolve it wherever it stands */
    record Text(String value) implements Value {
        public Text {
            if (value.contains("{{resolve:")) {
                throw new InvalidTemplate(
                        ("CloudFormation would replace the {{resolve:…}} in \"%s\"; write it another way, "
                                + "such as an ssm: reference in the app's variables").formatted(excerpt(value)));
            }
        }

        private static String excerpt(String value) {
            var start = Math.max(0, value.indexOf("{{resolve:") - 20);
            return value.substring(start, Math.min(value.length(), start + 80)).replace('\n', ' ');
        }
    }

    record Whole(long value) implements Value {}

    record Flag(boolean value) implements Value {}

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** @param values by name, in the order in which they are printed */
    record Fields(Map<String, Value> values) implements Value {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** These fields, then those. */
        public Fields and(Field... more) {
            var all = new LinkedHashMap<>(values);
            Stream.of(more).forEach(field -> all.put(field.name(), field.value()));
            return new Fields(all);
        }
    }

    /** CloudFormation's intrinsic functions, as far as the house needs them. */
    sealed interface Function extends Value {}

    /** A parameter's value, a pseudo parameter's such as {@code AWS::Region}, or a resource's id. */
    record Ref(String logicalId) implements Function {}

    record GetAtt(String resource, String attribute) implements Function {}

    /** @param text with {@code ${Name}} for what is put in; pass what is not ours through {@link #literal} */
    record Sub(String text) implements Function {

        /** A text of unknown origin, as part of a {@code Sub} that shall not read it. */
        public static String literal(String text) {
            return text.replace("${", "${!");
        }
    }

    record Join(String delimiter, List<Value> values) implements Function {
        public Join {
            values = List.copyOf(values);
        }
    }

    record ImportValue(Text export) implements Function {}

    record Base64(Value value) implements Function {}

    /** A SecureString of Parameter Store, which CloudFormation fetches and never shows; only some properties take one. */
    record Secret(String path) implements Function {}

    /** One name and its value. */
    record Field(String name, Value value) {}

    static Text text(String value) {
        return new Text(value);
    }

    static Items items(Value... values) {
        return new Items(List.of(values));
    }

    static Items items(List<String> values) {
        return new Items(values.stream().<Value>map(Text::new).toList());
    }

    static Fields fields(Field... fields) {
        return new Fields(Map.of()).and(fields);
    }

    static Field field(String name, Value value) {
        return new Field(name, value);
    }

    static Field field(String name, String value) {
        return new Field(name, new Text(value));
    }

    static Field field(String name, long value) {
        return new Field(name, new Whole(value));
    }

    static Field field(String name, boolean value) {
        return new Field(name, new Flag(value));
    }
}
