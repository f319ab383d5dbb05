package io.flotilla.deployer.template;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.deployer.template.Value.Base64;
import io.flotilla.deployer.template.Value.Fields;
import io.flotilla.deployer.template.Value.Flag;
import io.flotilla.deployer.template.Value.GetAtt;
import io.flotilla.deployer.template.Value.Items;
import io.flotilla.deployer.template.Value.Join;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.Value.Text;
import io.flotilla.deployer.template.Value.Whole;

/** Holds templates against AWS's resource specification; {@code specification/README.md} names the edition. */
public final class Specification {
    private static final Set<String> TAG = Set.of("Key", "Value");
    private final JsonNode resources;

    public Specification() {
        try (var in = Specification.class.getResourceAsStream("/specification/resources.json")) {
            resources = new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Everything that is wrong with the template; each line begins with the place. */
    public List<String> faults(Template template) {
        var faults = new ArrayList<String>();
        template.resources().forEach((id, resource) -> {
            var type = resources.get(resource.type());
            if (type == null) {
                faults.add(id + ": no type " + resource.type() + " in the specification");
            } else {
                object(id, resource.properties(), type.get("properties"), type.get("types"), faults);
            }
        });
        references("template", template.toFields(), template, faults);
        return faults;
    }

    private void object(String at, Fields fields, JsonNode properties, JsonNode types, List<String> faults) {
        fields.values().forEach((name, value) -> {
            var type = properties.has(name) ? properties.get(name) : properties.get(name + "!");
            if (type == null) {
                faults.add(at + "." + name + ": no such property");
            } else {
                value(at + "." + name, value, type, types, faults);
            }
        });
        properties.fieldNames().forEachRemaining(name -> {
            if (name.endsWith("!") && !fields.values().containsKey(name.substring(0, name.length() - 1))) {
                faults.add(at + "." + name.substring(0, name.length() - 1) + ": required, but missing");
            }
        });
    }

    private void value(String at, Value value, JsonNode type, JsonNode types, List<String> faults) {
        if (value instanceof Value.Function) {
            return; // what it will be, only CloudFormation knows
        } else if (type.isArray()) {
            list(at, value, type.get(0), types, faults);
        } else if (type.isObject()) {
            var everyOption = new ArrayList<String>();
            for (var option : type.get("any")) {
                var faultsOfOption = new ArrayList<String>();
                value(at, value, option, types, faultsOfOption);
                if (faultsOfOption.isEmpty()) {
                    return;
                }
                everyOption.addAll(faultsOfOption);
            }
            faults.addAll(everyOption);
        } else if (types.has(type.asText())) {
            if (value instanceof Fields fields) {
                object(at, fields, types.get(type.asText()), types, faults);
            } else {
                faults.add(at + ": must be " + type.asText());
            }
        } else if (!fits(value, type.asText())) {
            faults.add(at + ": must be " + type.asText());
        }
    }

    private void list(String at, Value value, JsonNode element, JsonNode types, List<String> faults) {
        if (!(value instanceof Items items)) {
            faults.add(at + ": must be a list");
            return;
        }
        for (var i = 0; i < items.values().size(); i++) {
            value(at + "[" + i + "]", items.values().get(i), element, types, faults);
        }
    }

    private static boolean fits(Value value, String scalar) {
        return switch (scalar) {
            case "string", "date-time" -> value instanceof Text;
            case "integer", "number" -> value instanceof Whole;
            case "boolean" -> value instanceof Flag;
            case "tag" -> value instanceof Fields tag && tag.values().keySet().equals(TAG);
            case "json" -> true;
            default -> throw new IllegalStateException("a type that the extract does not explain: " + scalar);
        };
    }

    private void references(String at, Value value, Template template, List<String> faults) {
        if (value instanceof Ref ref) {
            if (!ref.logicalId().startsWith("AWS::") && !template.parameters().containsKey(ref.logicalId())
                    && !template.resources().containsKey(ref.logicalId())) {
                faults.add(at + ": !Ref " + ref.logicalId() + " leads nowhere");
            }
        } else if (value instanceof GetAtt getAtt) {
            var resource = template.resources().get(getAtt.resource());
            if (resource == null || !attributes(resource).contains(getAtt.attribute())) {
                faults.add(at + ": !GetAtt " + getAtt.resource() + "." + getAtt.attribute() + " leads nowhere");
            }
        } else if (value instanceof Base64 base64) {
            references(at, base64.value(), template, faults);
        }
        members(value).forEach((name, member) -> references(at + "." + name, member, template, faults));
    }

    private List<String> attributes(Resource resource) {
        var names = new ArrayList<String>();
        resources.path(resource.type()).path("attributes").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Map<String, Value> members(Value value) {
        if (value instanceof Fields fields) {
            return fields.values();
        }
        var list = value instanceof Items items
                ? items.values()
                : value instanceof Join join ? join.values() : List.<Value>of();
        var members = new java.util.LinkedHashMap<String, Value>();
        list.forEach(member -> members.put(Integer.toString(members.size()), member));
        return members;
    }
}
