package io.flotilla.monitor.probe;

import java.time.Duration;
import java.util.Optional;

import io.vertx.core.MultiMap;

/**
 * Which answers are good.
 *
 * @param statusFrom the lowest good status
 * @param statusTo   the highest good status
 * @param text       words that the body must hold
 * @param header     a header that must be there, as {@code Name} or as {@code Name: value}
 * @param latency    how long the answer may take
 */
public record Expectation(int statusFrom, int statusTo, Optional<String> text, Optional<String> header,
        Optional<Duration> latency) {

    /** Whatever speaks HTTP. */
    public static final Expectation ANY_ANSWER = status(100, 599);

    public static Expectation status(int from, int to) {
        return new Expectation(from, to, Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean accepts(int status) {
        return statusFrom <= status && status <= statusTo;
    }

    /** What the answer's headers lack, in words; empty if nothing. */
    Optional<String> missingIn(MultiMap headers) {
        return header.flatMap(wanted -> {
            var parts = wanted.split(": ?", 2);
            var sent = headers.getAll(parts[0]);
            if (sent.isEmpty()) {
                return Optional.of("without the header " + parts[0]);
            }
            return parts.length == 1 || sent.stream().anyMatch(value -> value.strip().equalsIgnoreCase(parts[1]))
                    ? Optional.empty()
                    : Optional.of("with %s: %s instead of %s".formatted(parts[0], Words.excerpt(sent.get(0)),
                            parts[1]));
        });
    }
}
