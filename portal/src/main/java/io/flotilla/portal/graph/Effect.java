package io.flotilla.portal.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.flotilla.base.access.Person;

/**
 * Who gains and who loses an app by a change.
 *
 * @param gains by app, then in the order of the people
 */
public record Effect(List<Access> gains, List<Access> losses) {

    /** @param app its key; @param title what people read */
    public record Access(Person person, String app, String title) {}

    public boolean isNone() {
        return gains.isEmpty() && losses.isEmpty();
    }

    /** How many people gain something. */
    public int gainers() {
        return people(gains);
    }

    public int losers() {
        return people(losses);
    }

    /** Compares two moments with the same apps. Only what differs is decided, so one edge costs one app or one person. */
    public static Effect between(Situation before, Situation after) {
        var gains = new ArrayList<Access>();
        var losses = new ArrayList<Access>();
        var formerly = new HashMap<String, Person>();
        before.people().forEach(person -> formerly.put(person.id(), person));
        var moved = moved(formerly, after.people());
        for (var edges : after.graph().apps().values()) {
            var old = before.graph().rules(edges.app());
            var rules = after.graph().rules(edges.app());
            var whom = old.equals(rules) ? moved : after.people();
            for (var person : whom) {
                var was = old.decide(formerly.getOrDefault(person.id(), stranger(person))).allowed();
                var is = rules.decide(person).allowed();
                if (was != is) {
                    (is ? gains : losses).add(new Access(person, edges.app(), edges.title()));
                }
            }
        }
        return new Effect(List.copyOf(gains), List.copyOf(losses));
    }

    private static List<Person> moved(Map<String, Person> formerly, List<Person> people) {
        return people.stream()
                .filter(person -> !person.groups()
                        .equals(formerly.getOrDefault(person.id(), stranger(person)).groups()))
                .toList();
    }

    private static Person stranger(Person person) {
        return new Person(person.id(), person.name(), person.email(), Set.of());
    }

    private static int people(List<Access> accesses) {
        var ids = new HashSet<String>();
        accesses.forEach(access -> ids.add(access.person().id()));
        return ids.size();
    }
}
