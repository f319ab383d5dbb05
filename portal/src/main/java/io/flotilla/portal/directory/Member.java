package io.flotilla.portal.directory;

/**
 * One person as the directory knows them.
 *
 * @param id    the {@code sub} of their tokens; the only field to store or compare
 * @param name  what to call them; falls back to the e-mail address, then the id
 * @param email in small letters, or empty
 */
public record Member(String id, String name, String email) {

    /** As mail addresses are written: {@code Olivia Lindqvist <olivia@example.com>}. */
    public String mailbox() {
        return email.isEmpty() ? name : "%s <%s>".formatted(name, email);
    }
}
