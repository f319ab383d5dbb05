package io.flotilla.base.catalogue.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.flotilla.base.catalogue.yaml.Shape.Items;
import io.flotilla.base.catalogue.yaml.Shape.Key;
import io.flotilla.base.catalogue.yaml.Shape.Keys;
import io.flotilla.base.catalogue.yaml.Shape.Named;
import io.flotilla.base.catalogue.yaml.Shape.Scalar;

/** The shape as JSON Schema (draft 2020-12), for editors. What no schema can say (collisions, for instance) the reader says. */
final class JsonSchema {
    private JsonSchema() {}

    /** The schema as nested maps and lists, fit for any JSON writer. */
    static Map<String, Object> of(Keys fleet) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Flotilla catalogue (fleet.yaml)");
        schema.putAll(schema(fleet));
        return schema;
    }

    private static Map<String, Object> schema(Shape shape) {
        if (shape instanceof Keys keys) {
            return object(keys);
        }
        if (shape instanceof Named named) {
            return map("type", "object", "propertyNames", map("pattern", whole(named.name().pattern())),
                    "additionalProperties", schema(named.each()));
        }
        if (shape instanceof Items items) {
            var each = schema(items.each());
            return map("anyOf", List.of(each, map("type", "array", "items", each)));
        }
        return scalar((Scalar) shape);
    }

    private static Map<String, Object> object(Keys keys) {
        var properties = new LinkedHashMap<String, Object>();
        keys.keys().forEach(key -> properties.put(key.name(), described(key)));
        var required = keys.keys().stream().filter(Key::required).map(Key::name).toList();
        var object = map("type", keys.mayBeEmpty() ? List.of("object", "null") : "object", "properties", properties,
                "patternProperties", map("^<<$", true), "additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private static Map<String, Object> described(Key key) {
        var schema = schema(key.shape());
        schema.put("description",
                key.standard().isEmpty() ? key.meaning() : "%s Default: %s.".formatted(key.meaning(), key.standard()));
        return schema;
    }

    /** A {@code ${VAR}} may stand anywhere, so every pattern lets one pass. */
    private static Map<String, Object> scalar(Scalar scalar) {
        var variable = map("type", "string", "pattern", "\\$\\{");
        var plain = switch (scalar.kind()) {
            case BOOLEAN -> map("type", "boolean");
            case INTEGER -> map("type", "integer", "minimum", scalar.numbers().least(), "maximum",
                    scalar.numbers().most());
            case TEXT -> scalar.choices().isEmpty()
                    ? map("type", types(scalar), "pattern", whole(scalar.pattern()))
                    : map("enum", scalar.choices());
        };
        return map("anyOf", scalar.kind() == Scalar.Kind.INTEGER || scalar.numbers().none()
                ? List.of(plain, variable)
                : List.of(plain, variable, map("type", "integer", "minimum", scalar.numbers().least(), "maximum",
                        scalar.numbers().most())));
    }

    /** A pattern holds for strings alone: what it does not let pass without quotes must not pass as something else. */
    private static Object types(Scalar scalar) {
        var types = new ArrayList<>(List.of("string"));
        if (scalar.takesNumbers()) {
            types.add("number");
        }
        if (scalar.takesTruths()) {
            types.add("boolean");
        }
        return types.size() == 1 ? types.get(0) : types;
    }

    private static String whole(Pattern pattern) {
        return "^(?:" + pattern + ")$";
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
