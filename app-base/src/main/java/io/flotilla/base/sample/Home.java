package io.flotilla.base.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.arc.properties.IfBuildProperty;

@Path("/")
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class Home {
    @GET
    public String home() {
        return "sample";
    }
}
