package io.flotilla.base.signin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.flotilla.base.access.Person;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The people of a fleet on one machine, from {@code people.yaml}. */
public record People(List<Member> members) {

    /** @param about one sentence that tells a visitor why to be this person */
    public record Member(Person person, String about) {}

    public Optional<Person> byId(String id) {
        return members.stream().map(Member::person).filter(person -> person.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException that says which entry is wrong and what an entry looks like */
    public static People read(Path file) throws IOException {
        try {
            var root = new Load(LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
            if (!(root instanceof Map<?, ?> map) || !(map.get("people") instanceof List<?> entries)
                    || entries.isEmpty()) {
                throw mistake(file, "it has no list `people`");
            }
            var members = new ArrayList<Member>();
            for (var entry : entries) {
                members.add(member(file, entry, members.size() + 1));
            }
            return new People(List.copyOf(members));
        } catch (YamlEngineException e) {
            throw mistake(file, "it is not YAML: " + e.getMessage());
        }
    }

    private static Member member(Path file, Object entry, int number) {
        if (!(entry instanceof Map<?, ?> fields) || !(fields.get("email") instanceof String email)
                || !(fields.get("name") instanceof String name)
                || email.isBlank() || name.isBlank()) {
            throw mistake(file, "person %d has no name or e-mail address".formatted(number));
        }
        var groups = new LinkedHashSet<String>();
        if (fields.get("groups") instanceof List<?> list) {
            list.forEach(group -> groups.add(String.valueOf(group)));
        }
        var about = fields.get("about") == null ? "" : String.valueOf(fields.get("about"));
        return new Member(new Person(email, name, email, groups), about);
    }

    private static IllegalArgumentException mistake(Path file, String what) {
        return new IllegalArgumentException(
                "%s: %s; write people: [{ name: Ana Castro, email: ana@example.com, groups: [sales] }]"
                        .formatted(file, what));
    }
}
