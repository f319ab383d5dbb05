package io.flotilla.deployer.local.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came back. */
final class Tally {
    private static final int SHOWN = 20;

    private final List<Long> nanos = new ArrayList<>();
    private final Map<String, Integer> revisions = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int failed;
    private int downloads;
    private int events;
    private int cut;

    /** A body begins with the word that names its revision. */
    synchronized void answered(int status, String body, long late) {
        if (status == 200) {
            nanos.add(late);
            revisions.merge(body.split(" ", 2)[0], 1, Integer::sum);
        } else {
            failed("request: status %d, %.120s".formatted(status, body));
        }
    }

    synchronized void failed(String what) {
        failed++;
        if (failures.size() < SHOWN) {
            failures.add(what);
        }
    }

    synchronized void downloaded() {
        downloads++;
    }

    synchronized void event() {
        events++;
    }

    synchronized void streamCut() {
        cut++;
    }

    synchronized boolean hasEveryKind() {
        return !nanos.isEmpty() && downloads > 0 && events > 0;
    }

    synchronized Report report() {
        var sorted = nanos.stream().sorted().toList();
        return new Report(sorted.size(), failed, List.copyOf(failures), new TreeMap<>(revisions), downloads, events,
                cut, percentile(sorted, 50), percentile(sorted, 99));
    }

    private static Duration percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? Duration.ZERO : Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100));
    }
}
