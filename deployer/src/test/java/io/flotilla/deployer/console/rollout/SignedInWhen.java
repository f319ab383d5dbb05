package io.flotilla.deployer.console.rollout;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.flotilla.base.signin.FreshSignIn;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.Mock;

/** Whoever a test says to be signed in has no token; here it says how long ago they signed in, too. */
@Mock
@Singleton
public class SignedInWhen extends FreshSignIn {
    public static Optional<String> lacking = Optional.empty();

    SignedInWhen(SecurityIdentity identity) {
        super(identity, Duration.ZERO);
    }

    @Override
    public Optional<String> lacking() {
        return lacking;
    }
}
