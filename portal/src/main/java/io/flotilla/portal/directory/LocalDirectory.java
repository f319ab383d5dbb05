package io.flotilla.portal.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.flotilla.base.access.Person;
import io.flotilla.base.store.Store;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** People and groups in the portal's own database, for fleets whose sign-in keeps none that the portal could ask. */
public final class LocalDirectory implements Directory {
    private static final RowMapper<Member> MEMBER = (row, context) -> new Member(row.getString("id"),
            row.getString("name"), row.getString("email"));

    private final Store store;

    public LocalDirectory(Store store) {
        this.store = store;
    }

    /** The cursor is the words and the id of the last person shown, so that a page stays true while people come and go. */
    @Override
    public Page people(String search, Optional<String> after) {
        var last = after.map(cursor -> cursor.split("\n", 2)).filter(parts -> parts.length == 2)
                .orElse(new String[]{"", ""});
        var found = store.<List<Member>, RuntimeException>read(handle -> handle.createQuery("""
                SELECT id, name, email FROM person
                WHERE words LIKE :like ESCAPE '!' AND (words > :words OR words = :words AND id > :id)
                ORDER BY words, id LIMIT :limit""")
                .bind("like", "%" + escaped(search.strip().toLowerCase(Locale.ROOT)) + "%")
                .bind("words", last[0]).bind("id", last[1]).bind("limit", PAGE + 1).map(MEMBER).list());
        if (found.size() <= PAGE) {
            return new Page(List.copyOf(found), Optional.empty());
        }
        var page = List.copyOf(found.subList(0, PAGE));
        var end = page.get(PAGE - 1);
        return new Page(page, Optional.of(words(end.name(), end.email()) + "\n" + end.id()));
    }

    @Override
    public Optional<Member> person(String id) {
        return store.<Optional<Member>, RuntimeException>read(handle -> find(handle, id));
    }

    @Override
    public Optional<Member> withEmail(String email) {
        if (email.isBlank()) {
            return Optional.empty();
        }
        return store.<Optional<Member>, RuntimeException>read(
                handle -> handle
                        .createQuery("SELECT id, name, email FROM person WHERE email = :email ORDER BY id LIMIT 1")
                        .bind("email", email.strip().toLowerCase(Locale.ROOT)).map(MEMBER).findOne());
    }

    @Override
    public List<Group> groups() {
        return store.<List<Group>, RuntimeException>read(
                handle -> handle.createQuery("SELECT name, description FROM access_group ORDER BY name")
                        .map((row, context) -> new Group(row.getString("name"), row.getString("description"))).list());
    }

    @Override
    public Set<String> groupsOf(String person) {
        return store.<Set<String>, RuntimeException>read(handle -> new LinkedHashSet<>(
                handle.createQuery("SELECT access_group FROM membership WHERE person = :person ORDER BY access_group")
                        .bind("person", person).mapTo(String.class).list()));
    }

    @Override
    public List<Member> members(String group) {
        return store.<List<Member>, RuntimeException>read(handle -> handle.createQuery("""
                SELECT id, name, email FROM person WHERE id IN (SELECT person FROM membership WHERE access_group = :group)
                ORDER BY words, id""").bind("group", group).map(MEMBER).list());
    }

    @Override
    public List<Person> everybody(Collection<String> groups) {
        return store.<List<Person>, RuntimeException>read(handle -> {
            Map<String, Set<String>> memberOf = new HashMap<>();
            handle.createQuery("SELECT person, access_group FROM membership").map((row, context) -> memberOf
                    .computeIfAbsent(row.getString("person"), id -> new LinkedHashSet<>())
                    .add(row.getString("access_group"))).list();
            memberOf.values().forEach(those -> those.retainAll(groups));
            List<Person> everybody = new ArrayList<>();
            handle.createQuery("SELECT id, name, email FROM person ORDER BY words, id").map(MEMBER)
                    .forEach(member -> everybody.add(member.in(memberOf.getOrDefault(member.id(), Set.of()))));
            return everybody;
        });
    }

    @Override
    public boolean create(Group group) {
        return store.<Boolean, RuntimeException>write(handle -> insert(handle, group));
    }

    @Override
    public boolean add(String person, String group) {
        return store.<Boolean, RuntimeException>write(handle -> {
            if (find(handle, person).isEmpty()) {
                throw new IllegalArgumentException("The directory knows no person “%s”.".formatted(person));
            }
            if (handle.createQuery("SELECT 1 FROM access_group WHERE name = :name").bind("name", group)
                    .mapTo(Integer.class).findOne().isEmpty()) {
                throw new IllegalArgumentException("There is no group “%s”; create it first.".formatted(group));
            }
            return join(handle, person, group);
        });
    }

    @Override
    public boolean remove(String person, String group) {
        return store.<Boolean, RuntimeException>write(
                handle -> handle.createUpdate("DELETE FROM membership WHERE person = :person AND access_group = :group")
                        .bind("person", person).bind("group", group).execute() == 1);
    }

    /**
     * Takes in somebody who is not known yet, with the groups they bring; of somebody who is, only the name and the address.
     * Who they are is the identity's to say; which groups they are in is the directory's from then on.
     */
    @Override
    public void met(Person person) {
        var email = person.email().toLowerCase(Locale.ROOT);
        var known = person(person.id());
        if (known.equals(Optional.of(new Member(person.id(), person.name(), email)))) {
            return;
        }
        store.<Boolean, RuntimeException>write(handle -> {
            var stranger = find(handle, person.id()).isEmpty();
            handle.createUpdate("""
                    INSERT INTO person (id, name, email, words) VALUES (:id, :name, :email, :words)
                    ON CONFLICT (id) DO UPDATE SET name = :name, email = :email, words = :words""")
                    .bind("id", person.id()).bind("name", person.name()).bind("email", email)
                    .bind("words", words(person.name(), email)).execute();
            if (stranger) {
                for (var group : person.groups()) {
                    insert(handle, new Group(group, ""));
                    join(handle, person.id(), group);
                }
            }
            return stranger;
        });
    }

    private static Optional<Member> find(Handle handle, String id) {
        return handle.createQuery("SELECT id, name, email FROM person WHERE id = :id").bind("id", id).map(MEMBER)
                .findOne();
    }

    private static boolean insert(Handle handle, Group group) {
        return handle.createUpdate("""
                INSERT INTO access_group (name, description) VALUES (:name, :description) ON CONFLICT DO NOTHING""")
                .bind("name", group.name()).bind("description", group.description()).execute() == 1;
    }

    private static boolean join(Handle handle, String person, String group) {
        return handle.createUpdate("""
                INSERT INTO membership (person, access_group) VALUES (:person, :group) ON CONFLICT DO NOTHING""")
                .bind("person", person).bind("group", group).execute() == 1;
    }

    private static String words(String name, String email) {
        return (name + " " + email).toLowerCase(Locale.ROOT);
    }

    private static String escaped(String search) {
        return search.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
