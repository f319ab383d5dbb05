package io.flotilla.base.access;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where a program learns who may open it. A program has exactly one, as a bean: by default the portal's access endpoint
 * if the program has a token for it, else its own settings. A program that knows better provides a bean of its own, which
 * then stands in for the default, as the portal does, because it owns the access graph:
 *
 * <pre>{@code
 * @ApplicationScoped
 * class GraphAccess implements AccessSource {
 *     public CompletionStage<Optional<AccessAnswer>> about(Person person) {
 *         return CompletableFuture.supplyAsync(() -> Optional.of(graph.answer(person)), workers);
 *     }
 * }
 * }</pre>
 */
public interface AccessSource {

    /**
     * What is known now about this program and somebody who asks to open it. Asked at every request that is not open to
     * strangers, on an event loop: it must not block, and may answer later, on any thread.
     *
     * @param person as the identity token says, with the groups of the moment of signing in
     * @return empty if nothing was ever known, which means closed; so does a failure
     */
    CompletionStage<Optional<AccessAnswer>> about(Person person);
}
