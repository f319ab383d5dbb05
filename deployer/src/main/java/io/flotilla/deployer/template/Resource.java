package io.flotilla.deployer.template;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;

/**
 * One resource of a stack.
 *
 * @param type       such as {@code AWS::EC2::LaunchTemplate}
 * @param properties as the resource specification names them
 * @param attributes what stands beside the properties, such as {@code UpdatePolicy}
 */
public record Resource(String type, Value.Fields properties, Value.Fields attributes) {

    public static Resource of(String type, Value.Field... properties) {
        return new Resource(type, fields(properties), fields());
    }

    /** The same with more properties. */
    public Resource with(Value.Field... more) {
        return new Resource(type, properties.and(more), attributes);
    }

    /** The same with one more attribute beside its properties. */
    public Resource beside(Value.Field attribute) {
        return new Resource(type, properties, attributes.and(attribute));
    }

    Value.Fields toFields() {
        var all = fields(field("Type", type));
        for (var attribute : attributes.values().entrySet()) {
            all = all.and(field(attribute.getKey(), attribute.getValue()));
        }
        return all.and(field("Properties", properties));
    }
}
