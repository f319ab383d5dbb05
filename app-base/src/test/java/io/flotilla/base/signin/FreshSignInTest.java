package io.flotilla.base.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class FreshSignInTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration TEN = Duration.ofMinutes(10);

    @Test
    void aSignInOfTheLastMinutesIsFresh() {
        assertEquals(Optional.empty(), lacking(Duration.ofMinutes(9)));
        assertEquals(Optional.empty(), lacking(Duration.ofSeconds(-30)), "the provider's clock may be ahead");
    }

    @Test
    void anOlderOneIsNotAndThePersonIsToldHowOld() {
        assertEquals("You signed in 10 minutes ago; this takes a sign-in of the last 10 minutes.",
                lacking(TEN).orElseThrow());
        assertEquals("You signed in 3 hours ago; this takes a sign-in of the last 10 minutes.",
                lacking(Duration.ofHours(3)).orElseThrow());
    }

    @Test
    void aProviderThatDoesNotSayWhenLetsNobodyPass() {
        assertTrue(FreshSignIn.lacking(Optional.empty(), NOW, TEN).orElseThrow().contains("auth_time"));
    }

    @Test
    void whoSignsInAgainReturnsToAPageOfTheAppAndNowhereElse() {
        var cookie = new ReturnCookie("/console/", "aws");
        var there = "/apps/dev/Sales/rollout?a=b&c=d%20e";
        assertEquals(there, cookie.path(cookie.to(there).getValue()).orElseThrow());
        for (var elsewhere : new String[]{"//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb", "",
                null}) {
            assertEquals("/", cookie.path(cookie.to(elsewhere).getValue()).orElseThrow(), elsewhere);
        }
        for (var forged : new String[]{"//evil.example", "%2F%2Fevil.example", "asked", "", null}) {
            assertEquals(Optional.empty(), cookie.path(forged), forged);
        }
        assertTrue(cookie.to("/").isSecure() && cookie.to("/").isHttpOnly());
        assertEquals("/console/", cookie.to("/").getPath());
    }

    private static Optional<String> lacking(Duration age) {
        return FreshSignIn.lacking(Optional.of(NOW.minus(age)), NOW, TEN);
    }
}
