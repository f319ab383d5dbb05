package io.flotilla.base.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SignInGuardTest {
    private static final Optional<String> ISSUER = Optional.of("https://issuer.example.com");

    @Test
    void asksForAnIssuerAndALongKey() {
        assertTrue(SignInGuard.mistake(Optional.empty(), Optional.of("k".repeat(32))).orElseThrow()
                .contains("FLOTILLA_IDENTITY_ISSUER"));
        assertTrue(SignInGuard.mistake(Optional.of(" "), Optional.of("k".repeat(32))).isPresent());
        assertTrue(SignInGuard.mistake(ISSUER, Optional.empty()).orElseThrow().contains("at least 32 characters"));
        assertTrue(SignInGuard.mistake(ISSUER, Optional.of("k".repeat(31))).isPresent());
        assertEquals(Optional.empty(), SignInGuard.mistake(ISSUER, Optional.of("k".repeat(32))));
    }

    @Test
    void noOtherProgramCanBeTalkedIntoBeingTheIdentity() {
        assertTrue(mode("app-base", "identity", "local"));
        assertFalse(mode("portal", "identity", "local"));
        assertFalse(mode("app-base", "identity", "aws"));
        assertFalse(mode("app-base", "sales", "local"));
    }

    private static boolean mode(String program, String sample, String platform) {
        var settings = Map.of("quarkus.application.name", program, "flotilla.sample", sample, "flotilla.platform",
                platform);
        return LocalIdentityMode.of(settings::get);
    }
}
