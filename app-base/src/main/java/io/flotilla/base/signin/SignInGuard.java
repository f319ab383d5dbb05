package io.flotilla.base.signin;

import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A program that could not sign anybody in, or would sign everybody out at the next rollout, does not start. */
@ApplicationScoped
class SignInGuard {
    /** The shortest key that AES-256 and HMAC-SHA-256 take without weakening them, in characters. */
    static final int SHORTEST_KEY = 32;

    void check(@Observes @Priority(1) StartupEvent start, LaunchMode mode, Config config,
            @ConfigProperty(name = "flotilla.identity.issuer") Optional<String> issuer,
            @ConfigProperty(name = "flotilla.identity.session-key") Optional<String> key) {
        if (mode == LaunchMode.NORMAL
                && !LocalIdentityMode.of(name -> config.getOptionalValue(name, String.class).orElse(""))) {
            mistake(issuer, key).ifPresent(mistake -> {
                throw new ConfigurationException(mistake);
            });
        }
    }

    static Optional<String> mistake(Optional<String> issuer, Optional<String> key) {
        if (issuer.filter(text -> !text.isBlank()).isEmpty()) {
            return Optional.of("Nobody could sign in: FLOTILLA_IDENTITY_ISSUER is not set. "
                    + "The catalogue's `identity: { issuer: … }` says it, and the deployer hands it to every program.");
        }
        if (key.map(String::length).orElse(0) < SHORTEST_KEY) {
            return Optional.of(
                    ("FLOTILLA_IDENTITY_SESSION_KEY must have at least %d characters, the same for all instances of an app, "
                            + "or every rollout would sign everybody out.").formatted(SHORTEST_KEY));
        }
        return Optional.empty();
    }
}
