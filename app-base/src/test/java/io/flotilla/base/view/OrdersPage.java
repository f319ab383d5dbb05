package io.flotilla.base.view;

import java.nio.file.Path;
import java.time.LocalDate;

import jakarta.ws.rs.GET;

import io.flotilla.base.view.data.Rows;
import io.flotilla.base.view.filter.Query;
import io.flotilla.base.view.source.Csv;

/** The dashboard of {@code docs/dashboards.md}. */
@jakarta.ws.rs.Path("/trial-orders")
public class OrdersPage {
    public record Order(LocalDate day, String region, String product, int units, double revenue) {}

    private final Rows<Order> orders = Csv.rows(Path.of("src/test/resources/orders.csv"), Order.class);

    @GET
    public View show(Query query) {
        var region = query.select("Region", orders.distinct(Order::region));
        var days = query.dates("Days");
        var shown = orders.where(Order::region, region).where(Order::day, days);
        return View.of("Orders", region, days)
                .add(Metric.of("Revenue", shown.sum(Order::revenue)), Metric.of("Orders", shown.count()))
                .add(Chart.line("Revenue by day", shown.by(Order::day).sum(Order::revenue)))
                .add(Table.of("Orders", shown).searchable());
    }
}
