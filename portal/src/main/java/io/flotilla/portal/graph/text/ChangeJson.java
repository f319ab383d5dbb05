package io.flotilla.portal.graph.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.portal.graph.Change;

/**
 * Changes as the API takes them and as a page carries them from the preview to the confirmation:
 *
 * <pre>
 * [ {"do": "requirements", "app": "Sales", "before": ["sales"], "after": ["sales", "emea"]},
 *   {"do": "owners", "app": "Sales", "before": [], "after": ["olivia@example.com"]},
 *   {"do": "groupOwners", "group": "sales", "before": [], "after": ["olivia@example.com"]},
 *   {"do": "newGroup", "group": "emea", "description": "Europe"},
 *   {"do": "join", "person": "&lt;sub&gt;", "group": "emea"}, {"do": "leave", "person": "&lt;sub&gt;", "group": "sales"} ]
 * </pre>
 */
public final class ChangeJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 20_000;

    private ChangeJson() {}

    public static String write(List<? extends Change> changes) {
        var array = JSON.createArrayNode();
        changes.forEach(change -> array.add(object(change)));
        return array.toString();
    }

    /** @throws IllegalArgumentException says which entry is wrong and how */
    public static List<Change> read(String text) {
        try {
            return read(JSON.readTree(text == null ? "" : text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("That is not JSON: " + e.getOriginalMessage());
        }
    }

    /** @throws IllegalArgumentException says which entry is wrong and how */
    public static List<Change> read(JsonNode json) {
        if (!json.isArray() || json.size() > MOST) {
            throw new IllegalArgumentException("Send a JSON array of at most %d changes.".formatted(MOST));
        }
        var changes = new ArrayList<Change>();
        for (var entry : json) {
            changes.add(change(entry, changes.size() + 1));
        }
        return List.copyOf(changes);
    }

    private static ObjectNode object(Change change) {
        var object = JSON.createObjectNode();
        if (change instanceof Change.Requirements to) {
            sets(object.put("do", "requirements").put("app", to.app()), to.before(), to.after());
        } else if (change instanceof Change.Owners to) {
            sets(object.put("do", "owners").put("app", to.app()), to.before(), to.after());
        } else if (change instanceof Change.GroupOwners to) {
            sets(object.put("do", "groupOwners").put("group", to.group()), to.before(), to.after());
        } else if (change instanceof Change.NewGroup to) {
            object.put("do", "newGroup").put("group", to.group()).put("description", to.description());
        } else if (change instanceof Change.Join to) {
            object.put("do", "join").put("person", to.person()).put("group", to.group());
        } else if (change instanceof Change.Leave to) {
            object.put("do", "leave").put("person", to.person()).put("group", to.group());
        }
        return object;
    }

    private static void sets(ObjectNode object, Collection<String> before, Collection<String> after) {
        before.forEach(object.putArray("before")::add);
        after.forEach(object.putArray("after")::add);
    }

    private static Change change(JsonNode entry, int number) {
        return switch (entry.path("do").asText()) {
            case "requirements" -> new Change.Requirements(text(entry, "app", number), set(entry, "before", number),
                    set(entry, "after", number));
            case "owners" -> new Change.Owners(text(entry, "app", number), set(entry, "before", number),
                    set(entry, "after", number));
            case "groupOwners" -> new Change.GroupOwners(text(entry, "group", number), set(entry, "before", number),
                    set(entry, "after", number));
            case "newGroup" -> new Change.NewGroup(text(entry, "group", number), entry.path("description").asText(""));
            case "join" -> new Change.Join(text(entry, "person", number), text(entry, "group", number));
            case "leave" -> new Change.Leave(text(entry, "person", number), text(entry, "group", number));
            default -> throw new IllegalArgumentException(
                    "Change %d: “do” is requirements, owners, groupOwners, newGroup, join or leave.".formatted(number));
        };
    }

    private static String text(JsonNode entry, String field, int number) {
        var value = entry.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException("Change %d: “%s” must be a text.".formatted(number, field));
        }
        return value.textValue();
    }

    private static SortedSet<String> set(JsonNode entry, String field, int number) {
        var value = entry.path(field);
        var set = new TreeSet<String>();
        if (!value.isArray()) {
            throw new IllegalArgumentException("Change %d: “%s” must be a list of texts.".formatted(number, field));
        }
        for (var item : value) {
            if (!item.isTextual() || item.textValue().isBlank()) {
                throw new IllegalArgumentException("Change %d: “%s” must be a list of texts.".formatted(number, field));
            }
            set.add(item.textValue());
        }
        return set;
    }
}
