package io.flotilla.base.page;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.AccessSource;
import io.flotilla.base.access.Person;
import io.flotilla.base.signin.access.AccessConfig;

/** Knows what a test says is known; until then, what the settings say. */
@Alternative
@ApplicationScoped
public class TrialAccess implements AccessSource {
    private final AccessConfig config;
    private volatile Function<Person, CompletionStage<Optional<AccessAnswer>>> said;

    TrialAccess(AccessConfig config) {
        this.config = config;
        settingsKnow();
    }

    public void knows(Function<Person, CompletionStage<Optional<AccessAnswer>>> answers) {
        said = answers;
    }

    public void settingsKnow() {
        said = person -> CompletableFuture.completedFuture(Optional.of(AccessAnswer.of(config.rules())));
    }

    @Override
    public CompletionStage<Optional<AccessAnswer>> about(Person person) {
        return said.apply(person);
    }
}
