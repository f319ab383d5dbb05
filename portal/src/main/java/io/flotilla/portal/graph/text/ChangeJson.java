package io.flotilla.portal.graph.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 *   {"do": "follow", "app": "Sales", "before": ["sales", "emea"], "after": ["sales"]},
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
        var object = JSON.createObjectNode().put("do", verb(change));
        object.put(change instanceof Change.OfApp ? "app" : "group", change.subject());
        if (change instanceof Change.OfSet to) {
            to.before().forEach(object.putArray("before")::add);
            to.after().forEach(object.putArray("after")::add);
        } else if (change instanceof Change.OfMember of) {
            object.put("person", of.person());
        } else if (change instanceof Change.NewGroup made) {
            object.put("description", made.description());
        }
        return object;
    }

    /** {@code groupOwners} for {@link Change.GroupOwners}. */
    private static String verb(Change change) {
        var name = change.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Change change(JsonNode entry, int number) {
        return switch (entry.path("do").asText()) {
            case "requirements" -> new Change.Requirements(text(entry, "app", number), set(entry, "before", number),
                    set(entry, "after", number));
            case "follow" -> new Change.Follow(text(entry, "app", number), set(entry, "before", number),
                    set(entry, "after", number));
            case "owners" -> new Change.Owners(text(entry, "app", number), set(entry, "before", number),
                    set(entry, "after", number));
            case "groupOwners" -> new Change.GroupOwners(text(entry, "group", number), set(entry, "before", number),
                    set(entry, "after", number));
            case "newGroup" -> new Change.NewGroup(text(entry, "group", number), entry.path("description").asText(""));
            case "join" -> new Change.Join(text(entry, "person", number), text(entry, "group", number));
            case "leave" -> new Change.Leave(text(entry, "person", number), text(entry, "group", number));
            default -> throw new IllegalArgumentException(
                    "Change %d: “do” is requirements, follow, owners, groupOwners, newGroup, join or leave."
                            .formatted(number));
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
