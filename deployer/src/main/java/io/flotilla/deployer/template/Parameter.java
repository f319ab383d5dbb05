package io.flotilla.deployer.template;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;

import java.util.Optional;

/**
 * What a stack is told when it is applied. Parameters reach shell scripts, so each says exactly what it may be.
 *
 * @param allowed  a regular expression for the whole value, without alternatives
 * @param standard the value if none is given
 */
public record Parameter(String description, String allowed, Optional<String> standard) {

    Value.Fields toFields() {
        var fields = fields(field("Type", "String"), field("Description", description),
                field("AllowedPattern", "^" + allowed + "$"));
        return standard.map(value -> fields.and(field("Default", value))).orElse(fields);
    }
}
