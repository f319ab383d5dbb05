package io.flotilla.monitor.status.live;

import java.time.Duration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.mutiny.Multi;

/**
 * Tells open pages that something has changed; what it is, each page then asks for by itself, as the person that it belongs
 * to. A heartbeat keeps load balancers from ending the stream.
 */
@Path("/events")
public class LiveEvents {
    /** An AWS load balancer ends a connection that is idle for 60 s. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final Changes changes;

    LiveEvents(Changes changes) {
        this.changes = changes;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        var beats = Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop()
                .map(tick -> event(sse, "beat", Long.toString(tick)));
        var changed = changes.stream().map(version -> event(sse, "changed", version));
        return Multi.createBy().merging().streams(changed, beats);
    }

    private static OutboundSseEvent event(Sse sse, String name, String data) {
        return sse.newEventBuilder().name(name).data(data).build();
    }
}
