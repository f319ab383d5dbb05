package io.flotilla.base.signin.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.properties.IfBuildProperty;

/** Authorization codes: each is good once, for a minute, for the app that asked and proves it (RFC 6749, 4.1; RFC 7636). */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
class Codes {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** @param challenge S256 challenge of the app, or null if it sent none */
    record Grant(SignIn signIn, String redirect, String nonce, String challenge, Instant until) {}

    String issue(SignIn signIn, String redirect, String nonce, String challenge, Instant now) {
        grants.values().removeIf(grant -> grant.until().isBefore(now));
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var code = base64(bytes);
        grants.put(code, new Grant(signIn, redirect, nonce, challenge, now.plus(GOOD_FOR)));
        return code;
    }

    Optional<Grant> redeem(String code, String redirect, String verifier, Instant now) {
        return Optional.ofNullable(code).map(grants::remove)
                .filter(grant -> grant.until().isAfter(now) && grant.redirect().equals(redirect))
                .filter(grant -> grant.challenge() == null
                        || verifier != null && grant.challenge().equals(base64(sha256(verifier))));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
