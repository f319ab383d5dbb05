package io.flotilla.base.access.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.access.AccessRules;

/** How the access endpoint writes every app's rules: {@code {"apps":{"Sales":["sales"]},"overrides":["superuser"]}}. */
final class FleetJson {
    private FleetJson() {}

    static ObjectNode write(Map<String, AccessRules> rules) {
        var json = JsonNodeFactory.instance.objectNode();
        var overrides = new TreeSet<String>();
        var apps = json.putObject("apps");
        rules.forEach((app, rule) -> {
            var requirements = apps.putArray(app);
            new TreeSet<>(rule.requirements()).forEach(requirements::add);
            overrides.addAll(rule.overrides());
        });
        overrides.forEach(json.putArray("overrides")::add);
        return json;
    }

    /** @throws IllegalArgumentException if it is no such answer */
    static Map<String, AccessRules> read(JsonNode json) {
        if (!json.path("apps").isObject()) {
            throw new IllegalArgumentException("`apps` is not an object");
        }
        var rules = new LinkedHashMap<String, AccessRules>();
        json.path("apps").fields().forEachRemaining(
                app -> rules.put(app.getKey(), AnswerJson.rules(app.getValue(), json.path("overrides"))));
        return rules;
    }
}
