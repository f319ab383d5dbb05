package io.flotilla.base.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about one app and one person who asks to open it.
 *
 * @param rules       who may open the app
 * @param groups      the groups that the person is in now; empty if nobody knows better than the identity token
 * @param groupOwners by group, whom to ask about it, as mail addresses are written: {@code Olivia <olivia@example.com>}
 * @param ask         a path on the app's own origin where the person can ask for access, if there is one
 */
public record AccessAnswer(AccessRules rules, Optional<Set<String>> groups, Map<String, List<String>> groupOwners,
        Optional<String> ask) {

    public AccessAnswer {
        groups = groups.map(Set::copyOf);
        var owners = new LinkedHashMap<String, List<String>>();
        groupOwners.forEach((group, people) -> owners.put(group, List.copyOf(people)));
        groupOwners = Map.copyOf(owners);
        ask = ask.filter(AccessAnswer::staysOnTheOrigin);
    }

    /** Rules alone, for a program that knows nothing of people but what their tokens say. */
    public static AccessAnswer of(AccessRules rules) {
        return new AccessAnswer(rules, Optional.empty(), Map.of(), Optional.empty());
    }

    /** The person with the groups that they are in now. */
    public Person now(Person person) {
        return groups.map(current -> new Person(person.id(), person.name(), person.email(), current)).orElse(person);
    }

    /** Whether the person may open the app, by the groups that they are in now. */
    public Decision decide(Person person) {
        return rules.decide(now(person));
    }

    /** A link that leads elsewhere is dropped: browsers read {@code //host} and {@code /\host} as another host. */
    private static boolean staysOnTheOrigin(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.chars().noneMatch(c -> c == '\\' || c < ' ');
    }
}
