package io.flotilla.base.sample.sales;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** The sales sample: a year of a wholesaler's orders. Its query is its state, so every view of it has a link. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class SalesPage {
    private final LocalDate lastDay = LocalDate.now(Clock.systemUTC());
    private final List<Order> orders = Orders.until(lastDay);

    @CheckedTemplate(basePath = "sample")
    static class Templates {
        static native TemplateInstance sales(SalesReport report, SalesFilter filter, List<Order.Region> regions);
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("") String region, @RestQuery @DefaultValue("") String days) {
        var filter = SalesFilter.of(region, days);
        return Templates.sales(SalesReport.of(orders, lastDay, filter), filter, List.of(Order.Region.values()));
    }
}
