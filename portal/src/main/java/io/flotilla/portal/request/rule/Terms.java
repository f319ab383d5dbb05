package io.flotilla.portal.request.rule;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param lapsesAfter how long a request waits for a decision
 * @param warnsBefore how long before an approval's end the asker is told
 */
public record Terms(Duration lapsesAfter, Duration warnsBefore) {}
