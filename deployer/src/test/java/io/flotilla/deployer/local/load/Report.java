package io.flotilla.deployer.local.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What clients have seen.
 *
 * @param served    requests answered with 200 and a whole body
 * @param failed    everything else: resets, cut bodies, other statuses
 * @param failures  the first of those, in words
 * @param revisions how many requests each revision answered
 * @param downloads that came whole
 * @param events    of the event streams
 * @param cut       event streams that ended and were opened again
 * @param p50       from when a request was due to its whole answer
 * @param p99       the same
 */
public record Report(int served, int failed, List<String> failures, Map<String, Integer> revisions, int downloads,
        int events, int cut, Duration p50, Duration p99) {

    /** As a row of the table in docs/benchmarks.md. */
    public String row(String phase) {
        return "| %s | %d | %d | %d | %d | %d | %.1f ms | %.1f ms |".formatted(phase, served, failed, downloads, events,
                cut, millis(p50), millis(p99));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
