package io.flotilla.deployer.template;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;

import java.util.Optional;

/**
 * What a stack tells once it is applied.
 *
 * @param export the name under which other stacks of the account and region import it
 */
public record Output(String description, Value value, Optional<String> export) {

    Value.Fields toFields() {
        var fields = fields(field("Description", description), field("Value", value));
        return export.map(name -> fields.and(field("Export", fields(field("Name", name))))).orElse(fields);
    }
}
