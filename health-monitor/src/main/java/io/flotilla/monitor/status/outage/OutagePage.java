package io.flotilla.monitor.status.outage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.page.Links;
import io.flotilla.base.store.Store;
import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.outage.Outages;
import io.flotilla.monitor.status.Viewers;
import io.flotilla.monitor.status.Viewers.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** One outage, and who takes care of it. The link in a mail leads here; only the button on this page does anything. */
@Path("/outages/{id}")
@Blocking
public class OutagePage {
    private static final int LONGEST_HOURS = 7 * 24;

    private final Viewers viewers;
    private final Store store;
    private final InstantSource clock;
    private final Links links;
    private final Outages outages = new Outages();

    OutagePage(Viewers viewers, Store store, InstantSource clock, Links links) {
        this.viewers = viewers;
        this.store = store;
        this.clock = clock;
        this.links = links;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("id") String id) {
        var viewer = viewers.current().orElseThrow(NotFoundException::new);
        return Templates.outage(view(find(viewer, id), viewer));
    }

    /** @param hours for how long nobody need be reminded */
    @POST
    @Path("/acknowledgement")
    public Response acknowledge(@PathParam("id") String id, @FormParam("hours") int hours) {
        var viewer = viewers.current().orElseThrow(NotFoundException::new);
        var outage = find(viewer, id);
        if (!viewer.visible().caresFor(outage.app())) {
            throw new ForbiddenException("only those who answer for an app or are mailed about it take care of it");
        }
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw new BadRequestException("give a number of hours from 1 to " + LONGEST_HOURS);
        }
        var now = clock.instant();
        store.<Object, RuntimeException>write(handle -> outages.acknowledge(handle, id,
                new Outage.Acknowledgement(viewer.person().name(), now, now.plus(Duration.ofHours(hours)))));
        return Response.seeOther(links.redirect("/outages/" + id)).build();
    }

    /** An outage of an app that the viewer may not see does not exist for them. */
    private Outage find(Viewer viewer, String id) {
        return store.<Optional<Outage>, RuntimeException>read(handle -> outages.find(handle, id))
                .filter(outage -> viewer.visible().contains(outage.app())).orElseThrow(NotFoundException::new);
    }

    private OutageView view(Outage outage, Viewer viewer) {
        var visible = viewer.visible();
        var under = store.<List<Outage>, RuntimeException>read(handle -> outages.open(handle)).stream()
                .filter(other -> other.circumstances().heldBy().equals(Optional.of(outage.app())))
                .filter(other -> visible.contains(other.app())).toList();
        var heldBy = outage.circumstances().heldBy().map(by -> by.equals(Outage.MAINTENANCE)
                ? "it is expected: maintenance"
                : viewer.fleet().app(by).map(part -> part.title() + " is down too").orElse(by));
        return new OutageView(outage, clock.instant(), heldBy, under, visible.caresFor(outage.app()),
                viewer.fleet().app(outage.app()).isPresent());
    }

    @CheckedTemplate(basePath = "status")
    static class Templates {
        static native TemplateInstance outage(OutageView view);
    }
}
