package io.flotilla.base.sample.warehouse;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** The warehouse sample: what its zones picked in the last hours. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class WarehousePage {
    private static final List<Integer> SPANS = List.of(24, 72, 168);

    private final LocalDateTime lastHour = LocalDateTime.now(Clock.systemUTC()).truncatedTo(ChronoUnit.HOURS);
    private final List<Hour> hours = Hours.until(lastHour);

    @CheckedTemplate(basePath = "sample")
    static class Templates {
        static native TemplateInstance warehouse(WarehouseReport report, int span, List<Integer> spans);
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("") String hours) {
        int span = SPANS.stream().filter(choice -> choice.toString().equals(hours)).findFirst().orElse(24);
        return Templates.warehouse(WarehouseReport.of(this.hours, lastHour, span), span, SPANS);
    }
}
