package io.flotilla.base.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@Path("/")
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class Home {

    @CheckedTemplate(basePath = "sample")
    static class Templates {
        static native TemplateInstance home(java.time.Instant now);
    }

    @GET
    public TemplateInstance home() {
        return Templates.home(java.time.Instant.now());
    }
}
