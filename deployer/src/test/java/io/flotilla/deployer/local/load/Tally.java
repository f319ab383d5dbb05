package io.flotilla.deployer.local.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** @param words the revision that answered, or what it said instead */
    synchronized void answered(int status, String words, long late) {
        if (status == 200) {
            nanos.add(late);
            revisions.merge(words, 1, Integer::sum);
        } else {
            failed("request: status %d, %.120s".formatted(status, words));
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

    synchronized boolean hasFailed() {
        return failed > 0;
    }

    synchronized boolean has(Set<Load.Kind> kinds, int served) {
        return kinds.stream().allMatch(kind -> switch (kind) {
            case REQUESTS -> nanos.size() >= served;
            case DOWNLOADS -> downloads > 0;
            case STREAMS -> events > 0;
        });
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
