package io.flotilla.portal.directory;

import java.util.Comparator;
import java.util.Set;

import io.flotilla.base.access.Person;

/**
 * One person as the directory knows them.
 *
 * @param id    the {@code sub} of their tokens; the only field to store or compare
 * @param name  what to call them; falls back to the e-mail address, then the id
 * @param email in small letters, and known to be theirs; empty if they have none, or only say that they have
 */
public record Member(String id, String name, String email) {
    static final Comparator<Member> BY_NAME = Comparator.comparing(Member::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Member::id);

    /** The same person in these groups. */
    public Person in(Set<String> groups) {
        return new Person(id, name, email, groups);
    }

    /** As mail addresses are written: {@code Olivia Lindqvist <olivia@example.com>}. */
    public String mailbox() {
        return email.isEmpty() ? name : "%s <%s>".formatted(name, email);
    }
}
