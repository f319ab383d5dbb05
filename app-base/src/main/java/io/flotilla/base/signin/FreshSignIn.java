package io.flotilla.base.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whether the visitor has signed in lately, for what must not be done from a browser that somebody left open. It goes by the ID
 * token's {@code auth_time} (OpenID Connect Core, section 2), which renewing the token leaves as it is.
 */
@ApplicationScoped
public class FreshSignIn {
    private final SecurityIdentity identity;
    private final Duration freshFor;

    protected FreshSignIn(SecurityIdentity identity,
            @ConfigProperty(name = "flotilla.identity.fresh-for", defaultValue = "10M") Duration freshFor) {
        this.identity = identity;
        this.freshFor = freshFor;
    }

    /** Why the visitor must sign in again first, as a sentence for them; empty if they need not. */
    public Optional<String> lacking() {
        var signedIn = identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable((Object) token.getClaim("auth_time"))
                        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds.toString())))
                : Optional.<Instant>empty();
        return lacking(signedIn, Instant.now(), freshFor);
    }

    static Optional<String> lacking(Optional<Instant> signedIn, Instant now, Duration freshFor) {
        if (signedIn.isEmpty()) {
            return Optional
                    .of("This takes a fresh sign-in, and your identity provider does not say when you signed in: "
                            + "let it put auth_time into the ID token.");
        }
        var age = Duration.between(signedIn.get(), now);
        return age.compareTo(freshFor) < 0
                ? Optional.empty()
                : Optional.of("You signed in %s ago; this takes a sign-in of the last %s.".formatted(words(age),
                        words(freshFor)));
    }

    private static String words(Duration time) {
        if (time.toMinutes() < 2) {
            return time.toSeconds() + " seconds";
        }
        return time.toHours() < 2 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
    }
}
