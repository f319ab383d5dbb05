package io.flotilla.base.mail;

import java.util.List;

/**
 * A message as it goes out.
 *
 * @param messageId without angle brackets
 * @param replyTo   message ids, oldest first, of the conversation that it continues; empty if it begins one
 * @param text      the plain text part
 * @param html      the HTML part, complete in itself: it loads nothing
 */
public record Mail(
        String from,
        String to,
        String messageId,
        List<String> replyTo,
        String subject,
        String text,
        String html) {}
