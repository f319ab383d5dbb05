package io.flotilla.base.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;

import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10), new Random(1));

    @Test
    void doublesUpToTheCap() {
        var longest = new long[]{5, 10, 20, 40, 80, 160, 320, 600, 600, 600};
        for (var attempt = 1; attempt <= longest.length; attempt++) {
            for (var i = 0; i < 100; i++) {
                var pause = backoff.after(attempt).toMillis() / 1000.0;
                assertTrue(pause <= longest[attempt - 1] && pause >= longest[attempt - 1] / 2.0,
                        "%f s after attempt %d".formatted(pause, attempt));
            }
        }
    }

    @Test
    void staysAtTheCapForEver() {
        assertTrue(backoff.after(1_000_000).toMinutes() >= 5);
    }

    @Test
    void differsFromMailToMail() {
        var pauses = new HashSet<Duration>();
        for (var i = 0; i < 50; i++) {
            pauses.add(backoff.after(8));
        }
        assertEquals(50, pauses.size());
    }
}
