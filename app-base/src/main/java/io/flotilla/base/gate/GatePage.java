package io.flotilla.base.gate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;

/** Who is signed in, and the way out: an app that knows nothing of sign-in has no button for it. */
@Path(OwnPaths.PAGES)
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class GatePage {
    private final Template page;

    GatePage(@Location("gate/page") Template page) {
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() {
        return page.instance();
    }
}
