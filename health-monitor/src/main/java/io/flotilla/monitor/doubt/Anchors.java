package io.flotilla.monitor.doubt;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import io.flotilla.monitor.probe.Check;
import io.flotilla.monitor.probe.Check.Redirects;
import io.flotilla.monitor.probe.Expectation;
import io.flotilla.monitor.probe.ProbeResult;

/**
 * Asks known good addresses whether it is the monitor itself that is cut off. They are asked only when a check has failed,
 * and one answer serves all checks that fail within {@link #FRESH}: the anchors are other people's machines.
 */
public final class Anchors {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Function<Check, CompletionStage<ProbeResult>> probe;
    private final InstantSource clock;
    private List<String> urls = List.of();
    private Instant asked = Instant.MIN;
    private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(true);

    public Anchors(Function<Check, CompletionStage<ProbeResult>> probe, InstantSource clock) {
        this.probe = probe;
        this.clock = clock;
    }

    public synchronized void use(List<String> anchors) {
        urls = List.copyOf(anchors);
        asked = Instant.MIN;
    }

    /** Whether any of them answers, whatever it says; true if there are none. Completes within {@link #TIMEOUT}. */
    public synchronized CompletionStage<Boolean> reachable() {
        if (urls.isEmpty()) {
            return CompletableFuture.completedStage(true);
        }
        var now = clock.instant();
        if (asked.isBefore(now.minus(FRESH))) {
            asked = now;
            answer = anyOf(urls.stream().map(this::ask).toList());
        }
        return answer;
    }

    private CompletableFuture<Boolean> ask(String url) {
        return probe.apply(new Check(URI.create(url), Redirects.NOWHERE, "/", Expectation.ANY_ANSWER, TIMEOUT))
                .thenApply(ProbeResult::good).toCompletableFuture();
    }

    private static CompletableFuture<Boolean> anyOf(List<CompletableFuture<Boolean>> answers) {
        var any = new CompletableFuture<Boolean>();
        answers.forEach(one -> one.thenAccept(good -> {
            if (good) {
                any.complete(true);
            }
        }));
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .whenComplete((all, failure) -> any.complete(false));
        return any;
    }
}
