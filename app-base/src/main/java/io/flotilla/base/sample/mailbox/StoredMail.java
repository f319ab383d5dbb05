package io.flotilla.base.sample.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail in the mailbox, as its list shows it.
 *
 * @param id       its file's name without the ending: the milliseconds of its arrival and a number that makes it unique
 * @param received when it arrived
 * @param from     the sender of the envelope
 * @param to       the recipients of the envelope
 * @param subject  decoded; empty if it has none
 */
public record StoredMail(String id, Instant received, String from, List<String> to, String subject) {}
