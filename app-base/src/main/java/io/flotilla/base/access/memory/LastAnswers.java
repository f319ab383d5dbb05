package io.flotilla.base.access.memory;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

import org.jboss.logging.Logger;

/**
 * What the portal said last, by whom or what it is about. An answer counts for {@link #FRESH}; then the portal is asked
 * again, once however many want to know, and they wait for what it says. If it says nothing, the last answer goes on
 * counting, and for {@link #PAUSE} nobody else is kept waiting; where there was never an answer there is none now.
 */
final class LastAnswers<V> {
    /** So that what was revoked bites within a minute. */
    static final Duration FRESH = Duration.ofSeconds(30);
    static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(LastAnswers.class);

    private final Question<V> question;
    private final LongSupplier nanos;
    private final Runnable changed;
    private final LinkedHashMap<String, Answer<V>> answers;
    private final Map<String, CompletableFuture<Optional<V>>> asked = new HashMap<>();
    private long pausedUntil;
    private boolean paused;
    private String told = "";

    /**
     * An answer as it is remembered.
     *
     * @param confirmed when the portal last said so, on a clock that only runs forward; empty if before this program started
     */
    record Answer<V>(V value, Optional<String> etag, Optional<Long> confirmed) {}

    /**
     * @param most    how many answers are remembered; the ones that were used longest ago are forgotten
     * @param nanos   a clock that only runs forward, in nanoseconds: setting the machine's time must not prolong anything
     * @param changed called when there is something new to keep; must not block
     */
    LastAnswers(Question<V> question, int most, LongSupplier nanos, Runnable changed) {
        this.question = question;
        this.nanos = nanos;
        this.changed = changed;
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Answer<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** What is known now; empty if nothing ever was. */
    CompletionStage<Optional<V>> get(String key) {
        CompletableFuture<Optional<V>> promise;
        Optional<String> etag;
        synchronized (this) {
            var known = Optional.ofNullable(answers.get(key));
            if (known.filter(this::isFresh).isPresent() || isPaused()) {
                return CompletableFuture.completedFuture(known.map(Answer::value));
            }
            var running = asked.get(key);
            if (running != null) {
                return running;
            }
            claimTheAttempt();
            promise = new CompletableFuture<>();
            asked.put(key, promise);
            etag = known.flatMap(Answer::etag);
        }
        question.ask(key, etag).whenComplete((reply, failure) -> promise.complete(settle(key,
                failure == null ? reply : new Reply.Silent<>("asking the portal failed: " + failure))));
        return promise;
    }

    private boolean isFresh(Answer<V> answer) {
        return answer.confirmed().filter(at -> nanos.getAsLong() - at < FRESH.toNanos()).isPresent();
    }

    private boolean isPaused() {
        return paused && nanos.getAsLong() - pausedUntil < 0;
    }

    /** After a pause one asker tries; the others go on with what is known until it has an answer. */
    private void claimTheAttempt() {
        pausedUntil = nanos.getAsLong() + PAUSE.toNanos();
    }

    private Optional<V> settle(String key, Reply<V> reply) {
        Optional<V> value;
        var news = false;
        synchronized (this) {
            asked.remove(key);
            var before = Optional.ofNullable(answers.get(key));
            if (reply instanceof Reply.Said<V> said) {
                remember(key, said.answer(), said.etag());
                news = before.map(Answer::value).filter(said.answer()::equals).isEmpty();
            } else if (reply instanceof Reply.Unchanged<V> && before.isPresent()) {
                remember(key, before.get().value(), before.get().etag());
            } else {
                pause(reply instanceof Reply.Silent<V> silent
                        ? silent.why()
                        : "the portal says that nothing has changed, but was asked for the first time");
            }
            value = Optional.ofNullable(answers.get(key)).map(Answer::value);
        }
        if (news) {
            changed.run();
        }
        return value;
    }

    private void remember(String key, V value, Optional<String> etag) {
        answers.put(key, new Answer<>(value, etag, Optional.of(nanos.getAsLong())));
        if (paused) {
            LOG.info("The portal answers again who may open what");
        }
        paused = false;
        told = "";
    }

    /** Says each reason once, until the portal answers again. */
    private void pause(String why) {
        paused = true;
        pausedUntil = nanos.getAsLong() + PAUSE.toNanos();
        if (!why.equals(told)) {
            told = why;
            LOG.error(why + ". Until it answers, what it said last counts, and whoever it never spoke of stays out.");
        }
    }

    /** What is remembered, the longest unused first. */
    synchronized Map<String, Answer<V>> all() {
        return new LinkedHashMap<>(answers);
    }

    /** Takes back what a former process remembered. It is not fresh: the portal is asked before it counts, if it answers. */
    synchronized void restore(Map<String, Answer<V>> former) {
        former.forEach(
                (key, answer) -> answers.put(key, new Answer<>(answer.value(), answer.etag(), Optional.empty())));
    }
}
