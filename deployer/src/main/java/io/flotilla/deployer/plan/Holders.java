package io.flotilla.deployer.plan;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.platform.PlatformFailure;

/** Who holds an app for a rollout, in words, as its journal on the noticeboard says. */
public final class Holders implements Function<String, Optional<String>> {
    private final Noticeboard board;
    private final InstantSource clock;

    public Holders(Noticeboard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    /** @throws PlatformFailure if the noticeboard cannot be read */
    @Override
    public Optional<String> apply(String app) {
        try {
            return Journal.read(board, app).holder().filter(holder -> !holder.hasExpired(clock.instant()))
                    .map(holder -> "held for a rollout by %s on %s since %s".formatted(holder.name(), holder.host(),
                            holder.since()));
        } catch (UncheckedIOException unreadable) {
            throw new PlatformFailure.Transient("the journal of " + app, unreadable.getMessage(), unreadable);
        }
    }
}
