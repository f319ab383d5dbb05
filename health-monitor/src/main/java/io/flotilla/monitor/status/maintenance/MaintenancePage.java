package io.flotilla.monitor.status.maintenance;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

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
import io.flotilla.monitor.maintenance.Maintenance;
import io.flotilla.monitor.maintenance.MaintenanceWindow;
import io.flotilla.monitor.maintenance.MaintenanceWindow.Repeat;
import io.flotilla.monitor.status.Viewers;
import io.flotilla.monitor.status.Viewers.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** Times in which outages are expected. Override groups enter them for everything, an app's owners for their app. */
@Path("/maintenance")
@Blocking
public class MaintenancePage {
    private final Viewers viewers;
    private final Store store;
    private final InstantSource clock;
    private final Links links;
    private final Maintenance maintenance = new Maintenance();

    MaintenancePage(Viewers viewers, Store store, InstantSource clock, Links links) {
        this.viewers = viewers;
        this.store = store;
        this.clock = clock;
        this.links = links;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() {
        return page(viewer(), Optional.empty());
    }

    /** @param app empty for everything */
    @POST
    @Produces(MediaType.TEXT_HTML)
    public Response add(@FormParam("app") String app, @FormParam("reason") String reason,
            @FormParam("starts") String starts, @FormParam("until") String until, @FormParam("zone") String zone,
            @FormParam("repeats") String repeats) {
        var viewer = viewer();
        var whose = Optional.ofNullable(app).filter(key -> !key.isBlank());
        mayAdminister(viewer, whose);
        try {
            var where = ZoneId.of(zone);
            var window = new MaintenanceWindow(UUID.randomUUID().toString(), whose, reason.strip(),
                    time(starts, where), time(until, where), Repeat.valueOf(repeats.toUpperCase(Locale.ROOT)), where,
                    viewer.person().name(), clock.instant());
            store.<Object, RuntimeException>write(handle -> {
                maintenance.add(handle, window);
                return null;
            });
            return Response.seeOther(links.redirect("/maintenance")).build();
        } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
            var what = e.getMessage() == null ? "something is missing" : e.getMessage();
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(viewer, Optional.of("It was not entered: " + what))).build();
        }
    }

    @POST
    @Path("/{id}/end")
    public Response end(@PathParam("id") String id) {
        var window = store.<Optional<MaintenanceWindow>, RuntimeException>read(handle -> maintenance.find(handle, id))
                .orElseThrow(NotFoundException::new);
        mayAdminister(viewer(), window.app());
        store.<Object, RuntimeException>write(handle -> {
            maintenance.remove(handle, id, clock.instant());
            return null;
        });
        return Response.seeOther(links.redirect("/maintenance")).build();
    }

    private Viewer viewer() {
        return viewers.current().orElseThrow(NotFoundException::new);
    }

    private static Instant time(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private void mayAdminister(Viewer viewer, Optional<String> app) {
        if (!MaintenanceView.mayAdminister(viewer, app)) {
            throw new ForbiddenException("an app's owners enter its maintenance, override groups everybody's");
        }
    }

    private TemplateInstance page(Viewer viewer, Optional<String> mistake) {
        var now = clock.instant();
        var windows = store.<List<MaintenanceWindow>, RuntimeException>read(handle -> maintenance.all(handle, now));
        return Templates.maintenance(MaintenanceView.of(viewer, windows, now, mistake));
    }

    @CheckedTemplate(basePath = "status")
    static class Templates {
        static native TemplateInstance maintenance(MaintenanceView view);
    }
}
