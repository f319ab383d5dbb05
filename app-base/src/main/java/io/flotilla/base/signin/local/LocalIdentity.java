package io.flotilla.base.signin.local;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The sign-in of a fleet on one machine: people say who they are, nobody asks for a password. Therefore it starts only on
 * {@code platform: local} and only on a loopback address, and only app-base's own program has it at all.
 */
@Singleton
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class LocalIdentity {
    private final LocalIdentityConfig config;
    private People people;
    private SigningKey key;

    LocalIdentity(LocalIdentityConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent start, @ConfigProperty(name = "quarkus.http.host") String host)
            throws IOException, GeneralSecurityException {
        if (config.isIdentity()) {
            refusal(config.platform(), host).ifPresent(reason -> {
                throw new ConfigurationException(reason);
            });
            people = People.read(config.people()
                    .orElseThrow(() -> new ConfigurationException("FLOTILLA_LOCAL_PEOPLE names no file with people")));
            key = SigningKey.in(config.folder());
        }
    }

    static Optional<String> refusal(String platform, String host) {
        if (!platform.equals("local")) {
            return Optional
                    .of("The local identity asks for no password: it runs on platform local only, not on " + platform);
        }
        if (!host.equals("127.0.0.1") && !host.equals("localhost") && !host.equals("::1")) {
            return Optional
                    .of("The local identity asks for no password: set QUARKUS_HTTP_HOST=127.0.0.1; it is " + host);
        }
        return Optional.empty();
    }

    boolean isRunning() {
        return key != null;
    }

    People people() {
        return people;
    }

    SigningKey key() {
        return key;
    }
}
