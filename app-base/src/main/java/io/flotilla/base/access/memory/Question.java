package io.flotilla.base.access.memory;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Something to ask the portal again and again, about somebody or something. */
@FunctionalInterface
public interface Question<V> {

    /**
     * Asks without blocking. Never fails: what goes wrong is {@link Reply.Silent}.
     *
     * @param key  whom or what it is about
     * @param etag what the portal called its last answer
     */
    CompletionStage<Reply<V>> ask(String key, Optional<String> etag);
}
