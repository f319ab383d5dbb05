package io.flotilla.portal.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.flotilla.base.access.Person;
import org.junit.jupiter.api.Test;

/** What the portal may rely on, wherever people and groups live. */
abstract class DirectoryContract {

    /** The directory under test; empty at the beginning of each test. */
    abstract Directory directory();

    /** Makes a person as the place where they come from would, and says by which id tokens know them. */
    abstract String newPerson(String name, String email);

    @Test
    void findsAPersonByIdAndByAddressInAnyCase() {
        var ana = newPerson("Ana Castro", "ana@example.com");

        assertEquals(Optional.of(new Member(ana, "Ana Castro", "ana@example.com")), directory().person(ana));
        assertEquals(Optional.of(ana), directory().withEmail("Ana@Example.com").map(Member::id));
        assertEquals(Optional.empty(), directory().person("nobody"));
        assertEquals(Optional.empty(), directory().withEmail("nobody@example.com"));
    }

    @Test
    void aNewGroupIsThereOnceHoweverOftenItIsMade() {
        assertTrue(directory().create(Group.named("sales", "Sells")));
        assertFalse(directory().create(Group.named("sales", "Sells more")));

        assertEquals(List.of(new Group("sales", "Sells")), directory().groups());
    }

    @Test
    void whoJoinsIsAMemberUntilTheyLeave() {
        var ana = newPerson("Ana Castro", "ana@example.com");
        directory().create(Group.named("sales", ""));

        assertTrue(directory().add(ana, "sales"));
        assertFalse(directory().add(ana, "sales"));
        assertEquals(Set.of("sales"), directory().groupsOf(ana));
        assertEquals(List.of(ana), directory().members("sales").stream().map(Member::id).toList());

        assertTrue(directory().remove(ana, "sales"));
        assertFalse(directory().remove(ana, "sales"));
        assertEquals(Set.of(), directory().groupsOf(ana));
        assertEquals(List.of(), directory().members("sales"));
    }

    @Test
    void refusesToPutAnybodyIntoAGroupThatDoesNotExistOrNobodyIntoOneThatDoes() {
        var ana = newPerson("Ana Castro", "ana@example.com");
        directory().create(Group.named("sales", ""));

        assertThrows(IllegalArgumentException.class, () -> directory().add(ana, "sails"));
        assertThrows(IllegalArgumentException.class, () -> directory().add("nobody", "sales"));
        assertEquals(Set.of(), directory().groupsOf("nobody"));
        assertEquals(List.of(), directory().members("sails"));
    }

    @Test
    void listsEverybodyPageByPageNobodyTwiceNobodyLeftOut() {
        var all = new HashSet<String>();
        for (int i = 0; i < Directory.PAGE * 2 + 1; i++) {
            all.add(newPerson("Person " + i, "p" + i + "@example.com"));
        }

        var listed = new ArrayList<String>();
        var after = Optional.<String>empty();
        int pages = 0;
        do {
            var page = directory().people("", after);
            assertTrue(page.people().size() <= Directory.PAGE);
            page.people().forEach(person -> listed.add(person.id()));
            after = page.next();
            pages++;
        } while (after.isPresent());

        assertEquals(all.size(), listed.size());
        assertEquals(all, new HashSet<>(listed));
        assertEquals(3, pages);
    }

    @Test
    void searchesByTheBeginningOfANameOrAnAddressInAnyScript() {
        var ana = newPerson("Ana Castro", "ana@example.com");
        var li = newPerson("李雷", "lei@example.com");

        assertEquals(List.of(ana), found("Ana"));
        assertEquals(List.of(ana), found("ana@"));
        assertEquals(List.of(li), found("李"));
        assertEquals(List.of(), found("%"));
        assertEquals(List.of(), found("\""));
    }

    @Test
    void knowsEverybodyWithTheirGroups() {
        var ana = newPerson("Ana Castro", "ana@example.com");
        var bo = newPerson("Bo Ek", "bo@example.com");
        directory().create(Group.named("sales", ""));
        directory().create(Group.named("warehouse", ""));
        directory().add(ana, "sales");
        directory().add(ana, "warehouse");

        var everybody = directory().everybody();

        assertEquals(2, everybody.size());
        for (var person : everybody) {
            assertEquals(person.id().equals(ana) ? Set.of("sales", "warehouse") : Set.of(), person.groups());
            assertEquals(person.id().equals(bo) ? "Bo Ek" : "Ana Castro", person.name());
        }
    }

    @Test
    void knowsThoseOfSomeGroupsAlone() {
        var ana = newPerson("Ana Castro", "ana@example.com");
        var bo = newPerson("Bo Ek", "bo@example.com");
        newPerson("Cy Dale", "cy@example.com");
        for (var group : List.of("sales", "warehouse", "finance")) {
            directory().create(Group.named(group, ""));
            directory().add(ana, group);
        }
        directory().add(bo, "warehouse");

        assertEquals(Map.of(ana, Set.of("sales", "warehouse"), bo, Set.of("warehouse")),
                groups(directory().within(List.of("sales", "warehouse", "nosuch"))));
        assertEquals(Set.of("sales"), groups(directory().everybody(List.of("sales"))).get(ana));
        assertEquals(3, directory().everybody(List.of("sales")).size());
        assertEquals(List.of(), directory().within(List.of()));
    }

    @Test
    void knowsAllMembersOfAGroupThatIsLargerThanAPage() {
        directory().create(Group.named("large", ""));
        for (int i = 0; i <= Directory.PAGE; i++) {
            directory().add(newPerson("Person " + i, "p" + i + "@example.com"), "large");
        }

        assertEquals(Directory.PAGE + 1, directory().within(List.of("large")).size());
    }

    @Test
    void nobodyHasAnAddressThatIsEmpty() {
        newPerson("Ana Castro", "ana@example.com");

        assertEquals(Optional.empty(), directory().withEmail(" "));
    }

    private static Map<String, Set<String>> groups(List<Person> people) {
        return people.stream().collect(Collectors.toMap(Person::id, Person::groups));
    }

    private List<String> found(String search) {
        return directory().people(search, Optional.empty()).people().stream().map(Member::id).toList();
    }
}
