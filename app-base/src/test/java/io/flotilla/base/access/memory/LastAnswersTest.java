package io.flotilla.base.access.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class LastAnswersTest {
    private static final Duration LITTLE = Duration.ofMillis(1);

    /** Begins where a clock that only runs forward may begin, just before it overflows. */
    private long now = Long.MAX_VALUE - 5;
    private final Deque<Asked> open = new ArrayDeque<>();
    private final AtomicInteger changes = new AtomicInteger();
    private final LastAnswers<String> answers = new LastAnswers<>(this::ask, 3, () -> now, changes::incrementAndGet);

    private record Asked(String key, Optional<String> etag, CompletableFuture<Reply<String>> reply) {}

    private CompletableFuture<Reply<String>> ask(String key, Optional<String> etag) {
        var asked = new Asked(key, etag, new CompletableFuture<>());
        open.add(asked);
        return asked.reply();
    }

    @Test
    void anAnswerCountsForThirtySecondsAndIsThenAskedForAgain() {
        learn("ana", "sales");
        pass(LastAnswers.FRESH.minus(LITTLE));
        assertEquals(Optional.of("sales"), known("ana"));
        assertTrue(open.isEmpty());

        pass(LITTLE);
        var again = answers.get("ana").toCompletableFuture();
        assertFalse(again.isDone(), "what may have been revoked is not used while the portal can be asked");
        open.remove().reply().complete(new Reply.Said<>("none", Optional.empty()));
        assertEquals(Optional.of("none"), again.join());
    }

    @Test
    void howeverManyWantToKnowThePortalIsAskedOnce() {
        var waiting = new ArrayList<CompletableFuture<Optional<String>>>();
        for (int i = 0; i < 50; i++) {
            waiting.add(answers.get("ana").toCompletableFuture());
        }
        assertEquals(1, open.size());
        open.remove().reply().complete(new Reply.Said<>("sales", Optional.empty()));
        waiting.forEach(one -> assertEquals(Optional.of("sales"), one.join()));

        answers.get("bo");
        answers.get("cy");
        assertEquals(2, open.size(), "others are asked about meanwhile");
    }

    @Test
    void whatHasNotChangedCountsAnew() {
        learn("ana", "sales");
        pass(LastAnswers.FRESH);
        var again = answers.get("ana").toCompletableFuture();
        var asked = open.remove();
        assertEquals(Optional.of("\"sales\""), asked.etag());
        asked.reply().complete(new Reply.Unchanged<>());

        assertEquals(Optional.of("sales"), again.join());
        pass(LastAnswers.FRESH.minus(LITTLE));
        assertEquals(Optional.of("sales"), known("ana"));
        assertTrue(open.isEmpty());
        assertEquals(1, changes.get(), "there was nothing new to keep");
    }

    @Test
    void whileThePortalIsAwayTheLastAnswerCountsAndNobodyWaitsTwice() {
        learn("ana", "sales");
        pass(Duration.ofHours(9));
        var first = answers.get("ana").toCompletableFuture();
        open.remove().reply().complete(new Reply.Silent<>("away"));
        assertEquals(Optional.of("sales"), first.join());

        pass(LastAnswers.PAUSE.minus(LITTLE));
        assertEquals(Optional.of("sales"), known("ana"));
        assertEquals(Optional.empty(), known("stranger"), "of whom it never spoke stays out");
        assertTrue(open.isEmpty());
    }

    @Test
    void afterAPauseOneAsksAndTheOthersGoOnWithWhatIsKnown() {
        learn("ana", "sales");
        pass(Duration.ofHours(1));
        answers.get("ana");
        open.remove().reply().complete(new Reply.Silent<>("away"));
        pass(LastAnswers.PAUSE);

        var tries = answers.get("bo").toCompletableFuture();
        assertEquals(Optional.of("sales"), known("ana"));
        assertEquals(1, open.size());
        open.remove().reply().complete(new Reply.Said<>("hr", Optional.empty()));
        assertEquals(Optional.of("hr"), tries.join());

        assertFalse(answers.get("ana").toCompletableFuture().isDone(), "now that it answers, ana is asked about too");
    }

    @Test
    void whoeverAsksForTheFirstTimeWhileItIsAwayHasNoAnswer() {
        var first = answers.get("ana").toCompletableFuture();
        open.remove().reply().complete(new Reply.Silent<>("away"));
        assertEquals(Optional.empty(), first.join());
    }

    @Test
    void aQuestionThatBreaksIsSilenceToo() {
        learn("ana", "sales");
        pass(LastAnswers.FRESH);
        var again = answers.get("ana").toCompletableFuture();
        open.remove().reply().completeExceptionally(new IllegalStateException("broken"));
        assertEquals(Optional.of("sales"), again.join());
    }

    @Test
    void unchangedSaidOfNothingIsNoAnswer() {
        var first = answers.get("ana").toCompletableFuture();
        open.remove().reply().complete(new Reply.Unchanged<>());
        assertEquals(Optional.empty(), first.join());
    }

    @Test
    void remembersTheMostRecentlyUsed() {
        learn("ana", "a");
        learn("bo", "b");
        learn("cy", "c");
        known("ana");
        learn("di", "d");

        assertEquals(List.of("cy", "ana", "di"), List.copyOf(answers.all().keySet()));
    }

    @Test
    void whatAFormerProcessKnewCountsOnlyIfThePortalIsAway() {
        answers.restore(
                Map.of("ana", new LastAnswers.Answer<>("sales", Optional.of("\"1\""), Optional.of(now))));

        var asked = answers.get("ana").toCompletableFuture();
        assertFalse(asked.isDone());
        assertEquals(Optional.of("\"1\""), open.peek().etag());
        open.remove().reply().complete(new Reply.Silent<>("away"));
        assertEquals(Optional.of("sales"), asked.join());
    }

    private void learn(String key, String value) {
        answers.get(key);
        open.remove().reply().complete(new Reply.Said<>(value, Optional.of("\"" + value + "\"")));
    }

    private Optional<String> known(String key) {
        return answers.get(key).toCompletableFuture().getNow(Optional.of("still asked for"));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
