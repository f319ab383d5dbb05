package io.flotilla.portal.home;

import java.time.Duration;
import java.time.Instant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.page.Visitor;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.home.live.Live;
import io.flotilla.portal.home.live.Watcher;
import io.flotilla.portal.home.live.Watcher.News;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * What happens to the apps that a person may open, as server-sent events: {@code states} with those that changed,
 * {@code apps} when others may be seen than before, and a comment when there was nothing to say for a while.
 */
@Path("/news")
public class NewsResource {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** The browser asks again by itself, which checks anew whether the person is still signed in. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Visitor visitor;
    private final Access access;
    private final Tiles tiles;
    private final Live live;
    private final ObjectMapper json;

    NewsResource(Visitor visitor, Access access, Tiles tiles, Live live, ObjectMapper json) {
        this.visitor = visitor;
        this.access = access;
        this.tiles = tiles;
        this.live = live;
        this.json = json;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> news(@Context Sse sse) {
        var person = visitor.person().orElseThrow(() -> new IllegalStateException("the portal is behind sign-in"));
        var watcher = new Watcher(() -> tiles.open(access.rights(person)), live::of, Instant.now());
        return Multi.createFrom().ticks().every(LOOK_EVERY).onOverflow().drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> watcher.next(Instant.now()))
                .filter(news -> !(news instanceof News.None))
                .map(news -> event(sse, news))
                .select().first(LONGEST);
    }

    private OutboundSseEvent event(Sse sse, News news) {
        if (news instanceof News.Changed changed) {
            return sse.newEventBuilder().name("states").data(json(changed)).build();
        }
        return news instanceof News.OtherApps
                ? sse.newEventBuilder().name("apps").data("").build()
                : sse.newEventBuilder().comment("").build();
    }

    private String json(News.Changed changed) {
        ObjectNode apps = json.createObjectNode();
        changed.states()
                .forEach((app, state) -> apps.putObject(app).put("state", state.state()).put("word", state.word()));
        return apps.toString();
    }
}
