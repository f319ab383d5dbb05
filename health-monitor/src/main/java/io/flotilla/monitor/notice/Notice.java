package io.flotilla.monitor.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.flotilla.monitor.outage.Outage;

/**
 * One mail about outages, to one recipient. What it says is fixed before the first attempt to send it, so that every
 * attempt sends the same message.
 *
 * @param messageId without angle brackets; the same on every attempt
 * @param replyTo   the message ids, oldest first, of the notices that told this recipient of the same outages
 * @param certificates those that are about to run out
 * @param made      when its first line was written
 * @param attempts  how often it was tried, the present attempt included
 * @param trouble   what went wrong at the last attempt
 */
public record Notice(
        String id,
        String recipient,
        String sender,
        String messageId,
        List<String> replyTo,
        List<Line> lines,
        List<CertificateWarning> certificates,
        Instant made,
        int attempts,
        Optional<String> trouble) {

    /** What it says of one outage. */
    public record Line(Outage outage, Kind kind, Instant at) {}

    public enum Kind {
        OUTAGE, REMINDER, RECOVERY
    }
}
