package io.flotilla.deployer.console.live;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** A part of a page, sent anew whenever it has changed, as HTML in events named {@code picture}. */
public final class Fragments {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** Load balancers cut connections that say nothing for 60 s. */
    private static final int SILENT = 20;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private String last;
    private int silent;

    private Fragments() {}

    /** @param html the part as it is now; asked on a worker thread */
    public static Multi<OutboundSseEvent> of(Sse sse, Supplier<String> html) {
        var said = new Fragments();
        return Multi.createFrom().ticks().every(LOOK_EVERY).onOverflow().drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> said.next(html.get()))
                .filter(Optional::isPresent)
                .map(news -> news.get().isEmpty()
                        ? sse.newEventBuilder().comment("").build()
                        : sse.newEventBuilder().name("picture").data(news.get()).build())
                .select().first(LONGEST);
    }

    /** Only news is said; after a silence, a comment. */
    private Optional<String> next(String html) {
        if (html.equals(last)) {
            silent = (silent + 1) % SILENT;
            return silent == 0 ? Optional.of("") : Optional.empty();
        }
        last = html;
        silent = 0;
        return Optional.of(html);
    }
}
