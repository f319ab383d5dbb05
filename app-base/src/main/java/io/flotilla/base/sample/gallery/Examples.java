package io.flotilla.base.sample.gallery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.flotilla.base.view.Chart;
import io.flotilla.base.view.Columns;
import io.flotilla.base.view.Markdown;
import io.flotilla.base.view.Message;
import io.flotilla.base.view.Metric;
import io.flotilla.base.view.Part;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.Tabs;
import io.flotilla.base.view.data.Figure;
import io.flotilla.base.view.data.Rows;
import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.Tone;

/** Every part there is, each made by a method whose source the gallery shows beside it. */
final class Examples {
    private final Rows<Sale> sales;

    record Sale(LocalDate day, String region, String product, int units, double revenue) {}

    Examples(Rows<Sale> sales) {
        this.sales = sales;
    }

    static Rows<Sale> made() {
        var made = new ArrayList<Sale>();
        var regions = List.of("North", "South", "East");
        var products = List.of("Chainsaw", "Leaf blower", "Mower", "Trimmer");
        for (int i = 0; i < 360; i++) {
            int units = 1 + i * i % 7;
            made.add(new Sale(LocalDate.of(2026, 1, 1).plusDays(i / 6), regions.get(i % 3), products.get(i * 5 % 4),
                    units,
                    units * (90 + 35 * (i % 4)) * (1 + i / 500.0)));
        }
        return Rows.of(made);
    }

    Part metric() {
        return Metric.of("Revenue", sales.sum(Sale::revenue)).as(Format.money("$").shortened())
                .since("the year before", Figure.of(98_000)).trend(sales.by(Sale::day).sum(Sale::revenue));
    }

    Part line() {
        return Chart.line("Revenue by day", sales.by(Sale::day).split(Sale::region).sum(Sale::revenue))
                .as(Format.money("$"));
    }

    Part area() {
        return Chart.area("Units by day", sales.by(Sale::day).sum(Sale::units));
    }

    Part bar() {
        return Chart.bar("Revenue by product", sales.by(Sale::product).sum(Sale::revenue)).as(Format.money("$"));
    }

    Part stacked() {
        return Chart.stacked("Units by product", sales.by(Sale::product).split(Sale::region).sum(Sale::units));
    }

    Part scatter() {
        return Chart.scatter("Units and revenue", sales.limit(60), Sale::product, "units", Sale::units, "revenue",
                Sale::revenue).as(Format.money("$"));
    }

    Part heatmap() {
        return Chart.heatmap("Units by weekday",
                sales.by(sale -> sale.day().getDayOfWeek()).split(Sale::product).sum(Sale::units));
    }

    Part pie() {
        return Chart.pie("Units by region", sales.by(Sale::region).sum(Sale::units));
    }

    Part donut() {
        return Chart.donut("Revenue by region", sales.by(Sale::region).sum(Sale::revenue)).as(Format.money("$"));
    }

    Part gauge() {
        return Chart.gauge("Share of the goal", sales.sum(Sale::revenue).times(1 / 200_000.0), 0, 1)
                .as(Format.percent(0));
    }

    Part table() {
        return Table.of("Sales", sales)
                .column("Day", Sale::day)
                .column("Product", Sale::product)
                .column("Units", Sale::units, column -> column.meter().total())
                .column("Revenue", Sale::revenue, column -> column.as(Format.money("$", 2)).total()
                        .tone(sale -> sale.revenue() > 1_000 ? Tone.GOOD : Tone.NONE))
                .linked(sale -> "?region=" + sale.region()).sortedDownBy("Revenue").paged(5).searchable();
    }

    Part tabs() {
        return Tabs.of("Shares").tab("Units", pie()).tab("Revenue", donut());
    }

    Part columns() {
        return Columns.of(8, bar()).and(4, Message.empty("A third", "beside two thirds"));
    }

    Part markdown() {
        return Markdown.of("""
                Text with **weight**, [a link](https://commonmark.org) and a table:

                | unit | means |
                |---|---|
                | lb | 0.45 kg |
                """);
    }

    Part empty() {
        return Message.empty("No orders yet", "The first one will be here within a minute.");
    }

    Part error() {
        return Message.error("The scale is not calibrated", "Ask the day shift, then load the page again.");
    }

    Part failure() {
        return Metric.of("A query that fails", Figure.of(() -> {
            throw new IllegalStateException("as the gallery wants it");
        }));
    }

    Part slow() {
        return Chart.area("A part that may be slow", sales.by(Sale::day).sum(Sale::revenue)).slow();
    }
}
