package io.flotilla.monitor.judge;

import java.time.Instant;

/**
 * What a check saw, as it is kept and told.
 *
 * @param at   when
 * @param seen in words: {@code 503 Service Unavailable}
 */
public record Sighting(Instant at, String seen) {}
