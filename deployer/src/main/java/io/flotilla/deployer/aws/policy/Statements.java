package io.flotilla.deployer.aws.policy;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.stack.Tags;

/** A policy document in the making. */
final class Statements {
    private final ArrayNode all = JsonNodeFactory.instance.arrayNode();

    /** @return the conditions of the statement, by equality of strings; those that stay empty are left out */
    ObjectNode allow(String id, List<String> actions, String... resources) {
        var statement = all.addObject().put("Sid", id).put("Effect", "Allow");
        actions.forEach(statement.putArray("Action")::add);
        List.of(resources).forEach(statement.putArray("Resource")::add);
        return statement.putObject("Condition").putObject("StringEquals");
    }

    /** Holds the last statement to what belongs to the environment. */
    void whereTagged(String key, EnvironmentView view) {
        ((ObjectNode) all.get(all.size() - 1).at("/Condition/StringEquals"))
                .put(key + Tags.FLEET, view.catalogue().fleet())
                .put(key + Tags.ENVIRONMENT, view.environment().name().key());
    }

    ObjectNode document() {
        all.forEach(statement -> {
            if (statement.at("/Condition/StringEquals").isEmpty()) {
                ((ObjectNode) statement).remove("Condition");
            }
        });
        var document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        document.set("Statement", all);
        return document;
    }
}
