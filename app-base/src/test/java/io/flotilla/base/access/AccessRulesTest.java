package io.flotilla.base.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AccessRulesTest {
    private static final Set<String> OVERRIDES = Set.of("superuser", "dev");

    @Property
    void allowsExactlyThoseInAllRequiredGroupsOrInAnOverrideGroup(@ForAll("groups") Set<String> requirements,
            @ForAll("groups") Set<String> held) {
        var expected = held.contains("superuser") || held.contains("dev")
                || !requirements.isEmpty()
                        && requirements.stream().allMatch(group -> group.equals("everyone") || held.contains(group));
        assertEquals(expected, decide(requirements, held).allowed());
    }

    @Property
    void joiningTheMissingGroupsIsAlwaysEnough(@ForAll("groups") Set<String> requirements,
            @ForAll("groups") Set<String> held) {
        if (decide(requirements, held) instanceof Decision.Missing missing) {
            assertFalse(missing.groups().isEmpty());
            var more = new HashSet<>(held);
            more.addAll(missing.groups());
            assertTrue(decide(requirements, more).allowed());
        }
    }

    @Property
    void aFurtherRequirementNeverOpensWhatWasShut(@ForAll("groups") Set<String> requirements,
            @ForAll("groups") Set<String> held,
            @ForAll("group") String another) {
        var more = new HashSet<>(requirements);
        more.add(another);
        if (!requirements.isEmpty() && !decide(requirements, held).allowed()) {
            assertFalse(decide(more, held).allowed());
        }
    }

    @Example
    void nobodyButOverrideGroupsOpensWhatHasNoRequirement() {
        assertInstanceOf(Decision.Closed.class, decide(Set.of(), Set.of("sales")));
        assertEquals(new Decision.Overruled("dev"), decide(Set.of(), Set.of("dev")));
    }

    @Provide
    Arbitrary<Set<String>> groups() {
        return group().set().ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> group() {
        return Arbitraries.of("sales", "warehouse", "everyone", "superuser", "dev", "lms");
    }

    private static Decision decide(Set<String> requirements, Set<String> held) {
        return new AccessRules(requirements, OVERRIDES).decide(new Person("1", "Ana", "", held));
    }
}
