package io.flotilla.monitor.status.api;

import java.time.InstantSource;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.maintenance.Maintenance;
import io.flotilla.monitor.maintenance.MaintenanceWindow;
import io.flotilla.monitor.status.api.Callers.Caller;
import io.smallrye.common.annotation.Blocking;

/** Maintenance under way and to come, of everything and of the apps that the caller may see. */
@Path("/api/v1/maintenance")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class MaintenanceApi {
    private final Callers callers;
    private final Store store;
    private final InstantSource clock;
    private final Maintenance maintenance = new Maintenance();

    MaintenanceApi(Callers callers, Store store, InstantSource clock) {
        this.callers = callers;
        this.store = store;
        this.clock = clock;
    }

    @GET
    public List<Json.Window> windows(@HeaderParam(Callers.KEY_HEADER) String key) {
        var now = clock.instant();
        return callers.caller(key).map(Caller::visible).map(visible -> store
                .<List<MaintenanceWindow>, RuntimeException>read(handle -> maintenance.all(handle, now)).stream()
                .filter(window -> window.app().map(visible::contains).orElse(true))
                .map(window -> Json.Window.of(window, now)).toList()).orElseGet(List::of);
    }
}
