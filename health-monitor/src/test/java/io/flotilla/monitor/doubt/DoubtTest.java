package io.flotilla.monitor.doubt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.flotilla.monitor.probe.Check;
import io.flotilla.monitor.probe.Fault;
import io.flotilla.monitor.probe.ProbeResult;
import io.flotilla.monitor.record.Recorder.Observation;
import org.junit.jupiter.api.Test;

class DoubtTest {
    private final List<URI> asked = new ArrayList<>();
    private final List<Observation> passed = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final InstantSource clock = () -> now;
    private boolean online = true;
    private final Anchors anchors = new Anchors(this::probe, clock);
    private final Doubt doubt = new Doubt(anchors, clock);

    @Test
    void withoutAnchorsEveryFailureCounts() {
        online = false;

        see(false);

        assertEquals(1, passed.size());
    }

    @Test
    void aGoodAnswerNeedsNoAnchor() {
        anchors.use(List.of("https://example.com"));

        see(true);

        assertEquals(List.of(), asked);
        assertEquals(1, passed.size());
    }

    @Test
    void failuresCountWhileAnyAnchorAnswers() {
        anchors.use(List.of("https://down.example.com", "https://example.com"));

        see(false);

        assertEquals(1, passed.size());
        assertEquals(Optional.empty(), doubt.cutOff());
    }

    @Test
    void failuresSayNothingWhileTheMonitorItselfIsCutOff() {
        anchors.use(List.of("https://example.com"));
        online = false;
        see(false);
        see(false);
        assertEquals(List.of(), passed);
        assertEquals(Optional.of(now), doubt.cutOff());
        assertEquals(1, asked.size(), "one answer serves both");

        now = now.plusSeconds(6);
        online = true;
        doubt.look();
        assertEquals(Optional.empty(), doubt.cutOff());
        see(false);
        assertEquals(1, passed.size());
    }

    private void see(boolean good) {
        doubt.consider(new Observation(null, result(good)), passed::add);
    }

    private CompletionStage<ProbeResult> probe(Check check) {
        asked.add(check.url());
        return CompletableFuture.completedStage(result(online && !check.url().getHost().startsWith("down")));
    }

    private ProbeResult result(boolean good) {
        return new ProbeResult(now, Duration.ofMillis(1), OptionalInt.empty(),
                good ? Optional.empty() : Optional.of(Fault.REFUSED), "");
    }
}
