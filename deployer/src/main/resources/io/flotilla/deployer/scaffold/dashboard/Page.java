package @package@;

import java.time.LocalDate;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.flotilla.base.view.Chart;
import io.flotilla.base.view.Metric;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.View;
import io.flotilla.base.view.data.Rows;
import io.flotilla.base.view.filter.Query;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The first page: made up orders, until you put rows of yours here. */
@Path("/")
@Produces("text/html")
public class @page@ {
    @RegisterForReflection
    public record Order(LocalDate day, String region, int units, double revenue) {}

    private final Rows<Order> orders = Rows.of(List.of(
            new Order(LocalDate.of(2026, 1, 1), "North", 2, 498),
            new Order(LocalDate.of(2026, 1, 1), "South", 1, 179),
            new Order(LocalDate.of(2026, 1, 2), "North", 1, 249)));

    @GET
    public View show(Query query) {
        var region = query.select("Region", orders.distinct(Order::region));
        var shown = orders.where(Order::region, region);
        return View.of("@title@", region)
                .add(Metric.of("Revenue", shown.sum(Order::revenue)), Metric.of("Orders", shown.count()))
                .add(Chart.line("Revenue by day", shown.by(Order::day).sum(Order::revenue)))
                .add(Table.of("Orders", shown).searchable());
    }
}
