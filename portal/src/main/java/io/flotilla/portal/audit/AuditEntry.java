package io.flotilla.portal.audit;

import java.time.Instant;

/**
 * One entry of the audit.
 *
 * @param number one more than that of the entry before it
 * @param actor  the person's id, or {@code token:…} of a machine token
 * @param before what was, for a person to read; empty if nothing was
 * @param after  what is; empty if nothing is
 */
public record AuditEntry(long number, Instant at, String actor, String actorName, String action, String subject,
        String before, String after) {}
