package io.flotilla.base.sample.sales;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;

import io.flotilla.base.sample.data.SampleData;
import io.flotilla.base.view.Chart;
import io.flotilla.base.view.Columns;
import io.flotilla.base.view.Metric;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.View;
import io.flotilla.base.view.data.Rows;
import io.flotilla.base.view.filter.Query;
import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.NumberFormat;
import io.flotilla.base.view.format.Tone;
import io.flotilla.base.view.source.Sql;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The sales sample: two years of a wholesaler's orders. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class SalesPage {
    private static final NumberFormat DOLLARS = Format.money("$");
    private static final int LAPSED_DAYS = 14;

    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private final SampleData orders = Orders.until(today);

    @RegisterForReflection
    record Total(double revenue, long orders, long units) {}

    @RegisterForReflection
    record Day(LocalDate day, double revenue, long orders, long units) {}

    @RegisterForReflection
    record Share(String name, double revenue) {}

    @RegisterForReflection
    record Product(String product, long orders, long units, double revenue) {}

    @RegisterForReflection
    record Customer(String customer, LocalDate lastOrder, long orders, double revenue) {}

    @GET
    public View show(Query query) {
        var region = query.select("Region", List.of(Region.values()), Region::title);
        var days = query.select("Days", List.of(30, 90, 365), "Last %d days"::formatted).initially(90);
        var text = query.text("Customer");
        var asked = orders.sql().with("region", region.chosen()).with("customer", "%" + text.value() + "%");
        var now = asked.with("from", today.minusDays(days.value() - 1)).with("to", today);
        var before = asked.with("from", today.minusDays(2L * days.value() - 1)).with("to",
                today.minusDays(days.value()));

        return View.of("Sales", region, days, text)
                .lead("Orders of a wholesaler for garden tools. Figures are made up, the same for everyone on the same day.")
                .page("Sales", "/").page("Gallery", "/gallery")
                .add(metrics(now, before, "the %d days before".formatted(days.value())))
                .add(Columns.of(8, Chart.area("Revenue by day", days(now).series(Day::day, Day::revenue)).as(DOLLARS))
                        .and(4, Chart.donut("Revenue by region", now.rows(Share.class, """
                                select region as name, sum(cents) / 100.0 as revenue from orders
                                where day between :from and :to and customer like :customer
                                group by region order by region""").series(Share::name, Share::revenue)).as(DOLLARS)))
                .add(products(now), customers(now));
    }

    private static Metric[] metrics(Sql now, Sql before, String since) {
        var total = total(now);
        var then = total(before);
        var days = days(now);
        var revenue = total.sum(Total::revenue);
        var orders = total.sum(Total::orders);
        return new Metric[]{
                Metric.of("Revenue", revenue).as(DOLLARS.shortened()).since(since, then.sum(Total::revenue))
                        .trend(days.series(Day::day, Day::revenue)),
                Metric.of("Orders", orders).since(since, then.sum(Total::orders))
                        .trend(days.series(Day::day, Day::orders)),
                Metric.of("Average order", revenue.per(orders)).as(DOLLARS)
                        .since(since, then.sum(Total::revenue).per(then.sum(Total::orders)))
                        .trend(days.series(Day::day, day -> day.revenue() / day.orders())),
                Metric.of("Units", total.sum(Total::units)).since(since, then.sum(Total::units))
                        .trend(days.series(Day::day, Day::units))};
    }

    private static Rows<Total> total(Sql sql) {
        return sql.rows(Total.class,
                """
                select coalesce(sum(cents), 0) / 100.0 as revenue, count(*) as orders, coalesce(sum(units), 0) as units
                from orders
                where day between :from and :to and (:region is null or region = :region) and customer like :customer""");
    }

    private static Rows<Day> days(Sql sql) {
        return sql.rows(Day.class, """
                select day, sum(cents) / 100.0 as revenue, count(*) as orders, sum(units) as units from orders
                where day between :from and :to and (:region is null or region = :region) and customer like :customer
                group by day order by day""");
    }

    private static Table<Product> products(Sql sql) {
        return Table.of("Products", sql.rows(Product.class, """
                select product, count(*) as orders, sum(units) as units, sum(cents) / 100.0 as revenue from orders
                where day between :from and :to and (:region is null or region = :region) and customer like :customer
                group by product"""))
                .column("Product", Product::product)
                .column("Orders", Product::orders, column -> column.total())
                .column("Units", Product::units, column -> column.total())
                .column("Revenue", Product::revenue, column -> column.as(DOLLARS).meter().total())
                .sortedDownBy("Revenue")
                .whenEmpty("No orders", "Choose another region, customer or more days.");
    }

    private Table<Customer> customers(Sql sql) {
        return Table.of("Customers", sql.rows(Customer.class, """
                select customer, max(day) as last_order, count(*) as orders, sum(cents) / 100.0 as revenue from orders
                where day between :from and :to and (:region is null or region = :region) and customer like :customer
                group by customer"""))
                .column("Customer", Customer::customer)
                .column("Last order", Customer::lastOrder, column -> column.tone(this::lapsed))
                .column("Orders", Customer::orders)
                .column("Revenue", Customer::revenue, column -> column.as(DOLLARS).total())
                .sortedDownBy("Revenue").paged(10).searchable()
                .whenEmpty("No customers", "Choose another region, customer or more days.");
    }

    private Tone lapsed(Customer customer) {
        return customer.lastOrder().isBefore(today.minusDays(LAPSED_DAYS)) ? Tone.WARNING : Tone.GOOD;
    }
}
