package io.flotilla.base.view;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.flotilla.base.sample.fleet.FleetPage;
import io.flotilla.base.sample.gallery.GalleryPage;
import io.flotilla.base.sample.warehouse.WarehousePage;
import io.flotilla.base.view.data.Figure;
import io.flotilla.base.view.data.Rows;
import io.flotilla.base.view.filter.Query;
import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.Tone;

/** Pages made of every component, and the samples that the program under test does not show at its root. */
@Path("/trial-views")
public class TrialViews {
    /** What each name and text on the hostile page is. */
    static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>{x|y}\"'&";
    /** Opens when the test lets the slow part go on. */
    static volatile CountDownLatch gate = new CountDownLatch(0);

    private final WarehousePage warehouse;
    private final FleetPage fleet;
    private final GalleryPage gallery;
    private final Rows<Sale> sales = Rows.of(sales());

    public record Sale(LocalDate day, String region, String product, int units, double revenue, boolean returned) {}

    TrialViews(WarehousePage warehouse, FleetPage fleet, GalleryPage gallery) {
        this.warehouse = warehouse;
        this.fleet = fleet;
        this.gallery = gallery;
    }

    /** Where the page is in the program under test. */
    public static String address(String page) {
        return "http://localhost:%d/trial/trial-views/%s".formatted(io.restassured.RestAssured.port, page);
    }

    @Path("warehouse")
    public Object warehouse() {
        return warehouse;
    }

    @Path("fleet")
    public Object fleet() {
        return fleet;
    }

    @Path("gallery")
    public Object gallery() {
        return gallery;
    }

    /** 300 sales in two regions over thirty days. */
    @GET
    @Path("sales")
    public View sales(Query query) {
        var region = query.select("Region", sales.distinct(Sale::region));
        var products = query.multiSelect("Products", sales.distinct(Sale::product));
        var days = query.dates("Days").initially(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-30"));
        var text = query.text("Words");
        var returned = query.toggle("Returned only");
        var shown = sales.where(Sale::region, region).where(Sale::product, products).where(Sale::day, days)
                .where(Sale::product, text).where(Sale::returned, returned);
        return View.of("Trial sales", region, products, days, text, returned).lead("Every sale.")
                .add(Metric.of("Revenue", shown.sum(Sale::revenue)).as(Format.money("$")),
                        Metric.of("Sales", shown.count()),
                        Metric.of("Constant", 42))
                .add(Chart.line("Revenue by day", shown.by(Sale::day).sum(Sale::revenue)))
                .add(Tabs.of("More").tab("Units", Chart.bar("Units by region", shown.by(Sale::region).sum(Sale::units)))
                        .tab("Words", Markdown.of("The *other* tab.")))
                .add(Table.of("Sales", shown)
                        .column("Day", Sale::day).column("Region", Sale::region).column("Product", Sale::product)
                        .column("Units", Sale::units, column -> column.total())
                        .column("Revenue", Sale::revenue, column -> column.as(Format.money("$", 2)).total())
                        .column("Returned", Sale::returned,
                                column -> column.tone(sale -> sale.returned() ? Tone.BAD : Tone.GOOD))
                        .linked(sale -> "/trial-views/sales?days.from=" + sale.day() + "&days.to=" + sale.day())
                        .paged(20).searchable().whenEmpty("No sales", "Choose more days."));
    }

    /** One part fails, one is slow, one is asked for news every second. */
    @GET
    @Path("troubles")
    public View troubles(Query query) {
        return View.of("Troubles").refresh(Duration.ofSeconds(1))
                .add(Metric.of("Broken", Figure.of(() -> {
                    throw new IllegalStateException("the password is swordfish");
                })), Metric.of("Whole", 1))
                .add(Table.of("Slow", Rows.from(TrialViews::slowly)).slow(),
                        Metric.of("Time", Figure.of(System::nanoTime)));
    }

    /** Everything that is a text is hostile, the query's words too. */
    @GET
    @Path("hostile")
    public View hostile(Query query) {
        var hostile = Rows.of(List.of(new Sale(LocalDate.parse("2026-01-01"), HOSTILE, "=1+1", 1, 2, false),
                new Sale(LocalDate.parse("2026-01-02"), HOSTILE + 2, "@SUM(A1)", 3, -4, true)));
        var text = query.text(HOSTILE);
        return View.of(HOSTILE, query.select("Region " + HOSTILE, hostile.distinct(Sale::region)), text,
                query.multiSelect("Many " + HOSTILE, hostile.distinct(Sale::region))).lead(HOSTILE)
                .add(Metric.of(HOSTILE, hostile.count()).since(HOSTILE, Figure.of(1)), Message.error(HOSTILE, HOSTILE),
                        Message.empty(text.value(), text.value()))
                .add(Chart.line(HOSTILE, hostile.by(Sale::product).split(Sale::region).sum(Sale::revenue)),
                        Chart.pie(HOSTILE, hostile.by(Sale::region).sum(Sale::units)),
                        Chart.heatmap(HOSTILE, hostile.by(Sale::region).split(Sale::region).sum(Sale::units)))
                .add(Chart.scatter(HOSTILE, hostile, Sale::region, HOSTILE, Sale::units, HOSTILE, Sale::revenue),
                        Chart.gauge(HOSTILE, hostile.count(), 0, 10), Tabs.of(HOSTILE).tab(HOSTILE, Markdown.of("x")))
                .add(Markdown.of(HOSTILE
                        + "\n\n[click](javascript:alert(3)) ![p](http://127.0.0.1:9/p.png) <b onclick=alert(4)>b</b>")
                        .titled(HOSTILE))
                .add(Table.of(HOSTILE, hostile).column(HOSTILE, Sale::region).column("=cmd()", Sale::product)
                        .column("Revenue", Sale::revenue, column -> column.total())
                        .linked(sale -> "javascript:alert(5)").searchable());
    }

    private static List<Sale> slowly() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of(new Sale(LocalDate.parse("2026-01-01"), "North", "Saw", 1, 2, false));
    }

    private static List<Sale> sales() {
        var sales = new ArrayList<Sale>();
        for (int i = 0; i < 300; i++) {
            sales.add(new Sale(LocalDate.parse("2026-01-01").plusDays(i % 30), i % 3 == 0 ? "North" : "South",
                    i % 5 == 0 ? "Saw" : "Mower", i % 7 + 1, i * 10.5, i % 10 == 0));
        }
        return sales;
    }
}
