package io.flotilla.base.sample.orders;

import java.time.LocalDate;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;

import io.flotilla.base.view.Chart;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.View;
import io.flotilla.base.view.data.Rows;
import io.flotilla.base.view.filter.Query;
import io.flotilla.base.view.format.Format;
import io.quarkus.arc.properties.IfBuildProperty;

/** The smallest sample: a filter, a chart and a table over 10,000 rows in memory. What docs/benchmarks.md measures. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class OrdersPage {
    private static final int ORDERS = 10_000;
    private static final int A_DAY = 28;
    private static final String[] REGIONS = {"North", "South", "East", "West"};
    private static final String[] PRODUCTS = {"Chainsaw", "Leaf blower", "Mower"};

    private final Rows<Order> orders = Rows.of(IntStream.range(0, ORDERS).mapToObj(OrdersPage::order).toList());

    record Order(LocalDate day, String region, String product, int units, double revenue) {}

    @GET
    public View show(Query query) {
        var region = query.select("Region", orders.distinct(Order::region));
        var shown = orders.where(Order::region, region);
        return View.of("Orders", region)
                .add(Chart.line("Revenue by day", shown.by(Order::day).sum(Order::revenue)).as(Format.money("$")))
                .add(Table.of("Orders", shown));
    }

    private static Order order(int i) {
        int units = 1 + i * 31 % 9;
        return new Order(LocalDate.of(2025, 1, 1).plusDays(i / A_DAY), REGIONS[(i * 7 + i / 5) % REGIONS.length],
                PRODUCTS[i * 11 / 7 % PRODUCTS.length], units, units * (4_900 + i * 17 % 30_000) / 100.0);
    }
}
