package io.flotilla.base.access.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Any order of time passing, memberships changing, the portal going and coming back, and people asking. */
class RevocationPropertyTest {
    /** What the portal's truth was, from a moment on. */
    private record Truth(long from, int value) {}

    enum Event {
        SECOND, TEN_SECONDS, HOUR, CHANGE, AWAY, BACK, ASK
    }

    @Property
    void whatIsUsedIsTheLastThatWasSaidAndNoOlderThanAMinuteOnceThePortalCanBeAsked(
            @ForAll("events") List<Event> events) {
        var run = new Run();
        events.forEach(run::happens);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(Event.SECOND, Event.TEN_SECONDS)),
                Tuple.of(1, Arbitraries.of(Event.HOUR, Event.AWAY)),
                Tuple.of(2, Arbitraries.of(Event.CHANGE, Event.BACK)),
                Tuple.of(5, Arbitraries.just(Event.ASK))).list().ofMaxSize(80);
    }

    private static final class Run {
        private final List<Truth> truths = new ArrayList<>(List.of(new Truth(0, 0)));
        private final LastAnswers<Integer> answers = new LastAnswers<>(this::ask, 10, this::nanos, () -> {});
        private long seconds;
        private long backSince;
        private boolean away;
        private Optional<Integer> lastSaid = Optional.empty();

        private long nanos() {
            return Duration.ofSeconds(seconds).toNanos();
        }

        private CompletableFuture<Reply<Integer>> ask(String key, Optional<String> etag) {
            if (away) {
                return CompletableFuture.completedFuture(new Reply.Silent<>("away"));
            }
            var truth = truths.get(truths.size() - 1).value();
            lastSaid = Optional.of(truth);
            var name = Integer.toString(truth);
            return CompletableFuture.completedFuture(etag.equals(Optional.of(name))
                    ? new Reply.Unchanged<>()
                    : new Reply.Said<>(truth, Optional.of(name)));
        }

        private void happens(Event event) {
            switch (event) {
                case SECOND -> seconds++;
                case TEN_SECONDS -> seconds += 10;
                case HOUR -> seconds += 3600;
                case CHANGE -> truths.add(new Truth(seconds, truths.size()));
                case AWAY -> away = true;
                case BACK -> {
                    backSince = away ? seconds : backSince;
                    away = false;
                }
                case ASK -> check(answers.get("ana").toCompletableFuture().join());
            }
        }

        private void check(Optional<Integer> used) {
            assertEquals(lastSaid, used, "never anything but what was said last");
            if (!away && seconds - backSince >= 60) {
                var staleFrom = truths.stream().filter(truth -> used.filter(v -> truth.value() == v + 1).isPresent())
                        .findFirst();
                assertTrue(used.isPresent(), "the portal could be asked for a minute");
                assertTrue(staleFrom.isEmpty() || seconds - staleFrom.get().from() < 60, "a change bites in a minute");
            }
        }
    }
}
