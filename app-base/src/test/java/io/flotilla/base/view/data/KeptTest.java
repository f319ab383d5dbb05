package io.flotilla.base.view.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class KeptTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void aHundredViewersAreOneQuery() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var kept = new Kept<>(() -> {
            begun.countDown();
            await(goOn);
            return asked.incrementAndGet();
        }, Duration.ofMinutes(1), System::nanoTime);
        var viewers = Executors.newFixedThreadPool(100);
        try {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 100; i++) {
                answers.add(viewers.submit(kept::get));
            }
            await(begun);
            goOn.countDown();
            for (var answer : answers) {
                assertEquals(1, answer.get(60, TimeUnit.SECONDS));
            }
        } finally {
            viewers.shutdownNow();
        }
    }

    @Test
    void isAskedAgainWhenItsTimeIsOver() {
        var kept = new Kept<>(asked::incrementAndGet, Duration.ofNanos(10), clock::get);
        assertEquals(1, kept.get());
        clock.addAndGet(9);
        assertEquals(1, kept.get());
        clock.addAndGet(1);
        assertEquals(2, kept.get());
    }

    @Test
    void aFailureIsToldAndNotKept() {
        var kept = new Kept<>(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return "back";
        }, Duration.ofMinutes(1), clock::get);
        assertEquals("away", assertThrows(IllegalStateException.class, kept::get).getMessage());
        assertEquals("back", kept.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
