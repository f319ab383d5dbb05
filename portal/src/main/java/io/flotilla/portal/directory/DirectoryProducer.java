package io.flotilla.portal.directory;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import io.flotilla.base.signin.local.People;
import io.flotilla.base.store.Store;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Chooses the directory, and takes the first people in when it starts. */
@ApplicationScoped
class DirectoryProducer {
    private final DirectoryConfig config;
    private final LocalDirectory local;

    DirectoryProducer(DirectoryConfig config, Store store) {
        this.config = config;
        this.local = new LocalDirectory(store);
    }

    void start(@Observes @Priority(10) StartupEvent event) {
        config.firstPeople().ifPresent(file -> {
            try {
                People.read(file).members().forEach(member -> local.met(member.person()));
            } catch (IOException e) {
                throw new UncheckedIOException("FLOTILLA_LOCAL_PEOPLE: " + e.getMessage(), e);
            }
        });
    }

    @Produces
    @Singleton
    Directory directory() {
        var issuer = config.issuer().flatMap(CognitoIssuer::of);
        return switch (config.kind().orElse(issuer.isPresent() ? "cognito" : "local")) {
            case "local" -> local;
            case "cognito" -> CognitoClients.directory(issuer.orElseThrow(() -> new ConfigurationException(
                    "flotilla.portal.directory is `cognito`, but FLOTILLA_IDENTITY_ISSUER is not a user pool's: "
                            + "https://cognito-idp.<region>.amazonaws.com/<pool>")));
            default -> throw new ConfigurationException(
                    "flotilla.portal.directory is `%s`; write cognito or local".formatted(config.kind().get()));
        };
    }

    @Produces
    @Singleton
    @Typed(LocalDirectory.class)
    LocalDirectory local() {
        return local;
    }
}
