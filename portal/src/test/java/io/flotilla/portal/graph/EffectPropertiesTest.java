package io.flotilla.portal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.flotilla.base.access.Person;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a page promises before a change is saved is what the change does. */
class EffectPropertiesTest {
    private static final List<String> GROUPS = List.of("a", "b", "c", "everyone", "superuser");
    private static final List<String> APPS = List.of("One", "Two", "Three");
    private static final List<String> PEOPLE = List.of("p", "q", "r", "s");

    @Property(tries = 500)
    void gainsAndLossesAreExactlyWhatDiffersBetweenBeforeAndAfter(@ForAll("situations") Situation before,
            @ForAll("changes") List<Change> changes) {
        var after = before.after(changes);
        var effect = Effect.between(before, after);

        var was = open(before);
        var is = open(after);
        assertEquals(minus(is, was), told(effect.gains()));
        assertEquals(minus(was, is), told(effect.losses()));
        assertEquals(is.equals(was), effect.isNone());
    }

    @Property(tries = 500)
    void thoseInScopeAreEnoughToSayWhoGainsAndWhoLoses(@ForAll("situations") Situation before,
            @ForAll("changes") List<Change> changes) {
        var scope = Scope.of(before.graph(), changes);
        var few = new Situation(before.graph(),
                before.people().stream().filter(person -> counts(scope, person)).map(person -> seen(scope, person))
                        .toList());

        var whole = Effect.between(before, before.after(changes));
        var little = Effect.between(few, few.after(changes));
        assertEquals(told(whole.gains()), told(little.gains()));
        assertEquals(told(whole.losses()), told(little.losses()));
    }

    private static boolean counts(Scope scope, Person person) {
        return scope.everybody() || scope.people().contains(person.id())
                || person.groups().stream().anyMatch(scope.groups()::contains);
    }

    private static Person seen(Scope scope, Person person) {
        var groups = new HashSet<>(person.groups());
        if (!scope.people().contains(person.id())) {
            groups.retainAll(scope.groups());
        }
        return new Person(person.id(), person.name(), person.email(), groups);
    }

    @Property(tries = 300)
    void oneMoreRequirementLetsNobodyInAndOneMoreGroupThrowsNobodyOut(@ForAll("situations") Situation before,
            @ForAll("apps") String app, @ForAll("groups") String group, @ForAll("people") String person) {
        var requires = before.graph().app(app).orElseThrow().requires();
        var more = new TreeSet<>(requires);
        more.add(group);
        var demanding = Effect.between(before, before.after(new Change.Requirements(app, requires, more)));
        if (!requires.isEmpty()) {
            assertTrue(demanding.gains().isEmpty());
        }
        assertTrue(Effect.between(before, before.after(new Change.Join(person, group))).losses().isEmpty());
    }

    @Property(tries = 300)
    void whatIsDoneAndUndoneHasNoEffect(@ForAll("situations") Situation before, @ForAll("groups") String group,
            @ForAll("people") String person) {
        var there = before.people().stream().anyMatch(p -> p.id().equals(person) && p.groups().contains(group));
        var changes = there
                ? List.of(new Change.Leave(person, group), new Change.Join(person, group))
                : List.of(new Change.Join(person, group), new Change.Leave(person, group));

        assertTrue(Effect.between(before, before.after(changes)).isNone());
    }

    private static Set<String> open(Situation situation) {
        var open = new HashSet<String>();
        situation.people().forEach(person -> situation.graph().openTo(person)
                .forEach(app -> open.add(person.id() + " " + app.app())));
        return open;
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        var rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> told(List<Effect.Access> accesses) {
        var told = new HashSet<String>();
        accesses.forEach(access -> assertTrue(told.add(access.person().id() + " " + access.app()), "told twice"));
        return told;
    }

    @Provide
    Arbitrary<Situation> situations() {
        var some = Arbitraries.of(GROUPS).set().ofMaxSize(3);
        return Combinators.combine(some.list().ofSize(APPS.size()), some.list().ofSize(PEOPLE.size()))
                .as((requires, memberships) -> {
                    var apps = new ArrayList<AppEdges>();
                    for (int i = 0; i < APPS.size(); i++) {
                        apps.add(new AppEdges(APPS.get(i), APPS.get(i), new TreeSet<>(requires.get(i)), false,
                                new TreeSet<>(), false));
                    }
                    var people = new ArrayList<Person>();
                    for (int i = 0; i < PEOPLE.size(); i++) {
                        people.add(new Person(PEOPLE.get(i), PEOPLE.get(i), "", memberships.get(i)));
                    }
                    return new Situation(AccessGraph.of(apps, Map.of(), Set.of("superuser"), Set.of("admin")), people);
                });
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Change> requirements = Combinators.combine(apps(), groups().set().ofMaxSize(3))
                .as((app, after) -> new Change.Requirements(app, new TreeSet<>(), new TreeSet<>(after)));
        Arbitrary<Change> joins = Combinators.combine(people(), groups()).as(Change.Join::new);
        Arbitrary<Change> leaves = Combinators.combine(people(), groups()).as(Change.Leave::new);
        return Arbitraries.oneOf(requirements, joins, leaves).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> apps() {
        return Arbitraries.of(APPS);
    }

    @Provide
    Arbitrary<String> groups() {
        return Arbitraries.of(GROUPS);
    }

    @Provide
    Arbitrary<String> people() {
        return Arbitraries.of(PEOPLE);
    }
}
