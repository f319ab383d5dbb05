package io.flotilla.base.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AccessAnswerTest {

    @Property
    void theGroupsOfNowCountAndThoseOfTheTokenDoNot(@ForAll("groups") Set<String> requirements,
            @ForAll("groups") Set<String> overrides, @ForAll("groups") Set<String> inToken,
            @ForAll("groups") Set<String> now) {
        var rules = new AccessRules(requirements, overrides);
        var answer = new AccessAnswer(rules, Optional.of(now), Map.of(), Optional.empty());

        assertEquals(rules.decide(person(now)), answer.decide(person(inToken)));
        assertEquals(now, answer.now(person(inToken)).groups());
    }

    @Property
    void whereNobodyKnowsTheGroupsOfNowTheTokenCounts(@ForAll("groups") Set<String> requirements,
            @ForAll("groups") Set<String> overrides, @ForAll("groups") Set<String> inToken) {
        var rules = new AccessRules(requirements, overrides);

        assertEquals(rules.decide(person(inToken)), AccessAnswer.of(rules).decide(person(inToken)));
    }

    @Property
    void whoHasLeftEveryGroupOpensOnlyWhatIsOpenToEveryone(@ForAll("groups") Set<String> requirements,
            @ForAll("groups") Set<String> inToken) {
        var answer = new AccessAnswer(new AccessRules(requirements, Set.of("superuser")), Optional.of(Set.of()),
                Map.of(), Optional.empty());

        assertEquals(requirements.equals(Set.of("everyone")), answer.decide(person(inToken)).allowed());
    }

    @Example
    void aLinkThatLeadsToAnotherHostIsDropped() {
        for (var elsewhere : List.of("https://evil.example.com", "//evil.example.com", "/\\evil.example.com",
                "javascript:alert(1)", "/portal\r\nX: y", "")) {
            assertFalse(answerWith(elsewhere).ask().isPresent(), elsewhere);
        }
        assertEquals(Optional.of("/portal/apps/Sales/request"), answerWith("/portal/apps/Sales/request").ask());
    }

    @Provide
    Arbitrary<Set<String>> groups() {
        return Arbitraries.of("sales", "warehouse", "everyone", "superuser", "dev").set().ofMaxSize(4);
    }

    private static AccessAnswer answerWith(String ask) {
        return new AccessAnswer(new AccessRules(Set.of(), Set.of()), Optional.empty(), Map.of(), Optional.of(ask));
    }

    private static Person person(Set<String> groups) {
        return new Person("1", "Ana", "", groups);
    }
}
