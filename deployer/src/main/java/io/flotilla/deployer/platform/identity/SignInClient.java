package io.flotilla.deployer.platform.identity;

import java.util.Optional;

import io.flotilla.deployer.platform.PlatformFailure;

/** The fleet's client at its identity provider, as far as it follows from the catalogue. */
public interface SignInClient {

    /** A provider that is looked after elsewhere. */
    SignInClient ELSEWHERE = new SignInClient() {
        @Override
        public Optional<Registration> difference() {
            return Optional.empty();
        }

        @Override
        public void bring(Registration shown) {
            throw new PlatformFailure.Final("the sign-in client", "its provider is looked after elsewhere", null);
        }
    };

    /**
     * What has to change; empty if nothing. Changes nothing.
     *
     * @throws PlatformFailure.Final if it cannot be what the catalogue asks for
     */
    Optional<Registration> difference();

    /** Does exactly what was shown; refused if that is not what has to change any more. */
    void bring(Registration shown);
}
