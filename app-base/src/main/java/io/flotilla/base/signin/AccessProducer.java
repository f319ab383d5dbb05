package io.flotilla.base.signin;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.AccessSource;
import io.quarkus.arc.DefaultBean;

/** The {@link AccessSource} of every program that has none of its own. */
class AccessProducer {

    @Produces
    @ApplicationScoped
    @DefaultBean
    AccessSource source(AccessConfig config) {
        var answer = Optional.of(AccessAnswer.of(config.rules()));
        return person -> CompletableFuture.completedFuture(answer);
    }
}
