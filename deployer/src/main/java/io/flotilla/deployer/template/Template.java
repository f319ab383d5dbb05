package io.flotilla.deployer.template;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A CloudFormation template as a value: compared, tested and printed, never edited as text. All maps keep their order.
 *
 * @param stack       the stack's name
 * @param description what the stack is, for the console's list
 * @param parameters  by logical id
 * @param resources   by logical id
 * @param outputs     by logical id
 */
public record Template(
        String stack,
        String description,
        Map<String, Parameter> parameters,
        Map<String, Resource> resources,
        Map<String, Output> outputs) {

    /** Bytes that {@code CreateChangeSet} takes as a template body (CloudFormation quotas). */
    static final int LARGEST_BODY = 51_200;
    /** Resources in one template (CloudFormation quotas). */
    static final int MOST_RESOURCES = 500;

    public Template {
        parameters = ordered(parameters);
        resources = ordered(resources);
        outputs = ordered(outputs);
        if (resources.size() > MOST_RESOURCES) {
            throw new InvalidTemplate("stack %s would have %d resources; CloudFormation allows %d"
                    .formatted(stack, resources.size(), MOST_RESOURCES));
        }
    }

    /**
     * The template as CloudFormation reads it: YAML 1.1, UTF-8, ending with a newline.
     *
     * @throws InvalidTemplate if CloudFormation would not take a body of this length
     */
    public String yaml() {
        var yaml = TemplateYaml.print(toFields());
        var length = yaml.getBytes(StandardCharsets.UTF_8).length;
        if (length > LARGEST_BODY) {
            throw new InvalidTemplate("the template of stack %s is %,d bytes long; CloudFormation takes %,d"
                    .formatted(stack, length, LARGEST_BODY));
        }
        return yaml;
    }

    Value.Fields toFields() {
        var fields = fields(field("AWSTemplateFormatVersion", "2010-09-09"), field("Description", description));
        if (!parameters.isEmpty()) {
            fields = fields.and(section("Parameters", parameters, Parameter::toFields));
        }
        fields = fields.and(section("Resources", resources, Resource::toFields));
        return outputs.isEmpty() ? fields : fields.and(section("Outputs", outputs, Output::toFields));
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static <T> Value.Field section(String name, Map<String, T> members, Function<T, Value.Fields> toFields) {
        var values = new LinkedHashMap<String, Value>();
        members.forEach((id, member) -> values.put(id, toFields.apply(member)));
        return field(name, new Value.Fields(values));
    }
}
