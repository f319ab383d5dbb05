package io.flotilla.base.access.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.AccessRules;

/**
 * How the access endpoint writes its answers:
 *
 * <pre>{@code
 * {"app":"Sales","requirements":["sales"],"overrides":["superuser"],"groups":["sales"],
 *  "groupOwners":{"sales":["Olivia <olivia@example.com>"]},"ask":"/portal/apps/Sales/request"}
 * }</pre>
 *
 * {@code groups} is null where nobody knows better than the identity token. Names are sorted, so that equal answers are
 * equal texts.
 */
public final class AnswerJson {
    private AnswerJson() {}

    public static ObjectNode write(String app, AccessAnswer answer) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("app", app);
        json.set("requirements", array(new TreeSet<>(answer.rules().requirements())));
        json.set("overrides", array(new TreeSet<>(answer.rules().overrides())));
        json.set("groups", answer.groups().<JsonNode>map(groups -> array(new TreeSet<>(groups)))
                .orElseGet(JsonNodeFactory.instance::nullNode));
        var owners = json.putObject("groupOwners");
        new TreeMap<>(answer.groupOwners()).forEach((group, people) -> owners.set(group, array(people)));
        answer.ask().ifPresent(ask -> json.put("ask", ask));
        return json;
    }

    /** @throws IllegalArgumentException if it is no such answer */
    public static AccessAnswer read(JsonNode json) {
        var groups = json.path("groups");
        var owners = new LinkedHashMap<String, List<String>>();
        json.path("groupOwners").fields()
                .forEachRemaining(entry -> owners.put(entry.getKey(), texts(entry.getValue(), entry.getKey())));
        return new AccessAnswer(rules(json.path("requirements"), json.path("overrides")),
                groups.isNull() ? Optional.empty() : Optional.of(Set.copyOf(texts(groups, "groups"))), owners,
                Optional.ofNullable(json.path("ask").textValue()));
    }

    /** @throws IllegalArgumentException if these are not lists of names */
    static AccessRules rules(JsonNode requirements, JsonNode overrides) {
        return new AccessRules(new LinkedHashSet<>(texts(requirements, "requirements")),
                new LinkedHashSet<>(texts(overrides, "overrides")));
    }

    private static List<String> texts(JsonNode array, String name) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("`%s` is not a list".formatted(name));
        }
        var texts = new ArrayList<String>();
        array.forEach(text -> {
            if (!text.isTextual()) {
                throw new IllegalArgumentException("`%s` has something in it that is no text".formatted(name));
            }
            texts.add(text.textValue());
        });
        return texts;
    }

    private static ArrayNode array(Iterable<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
