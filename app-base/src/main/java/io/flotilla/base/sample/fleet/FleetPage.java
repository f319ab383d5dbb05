package io.flotilla.base.sample.fleet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;

import io.flotilla.base.sample.data.SampleData;
import io.flotilla.base.view.Chart;
import io.flotilla.base.view.Columns;
import io.flotilla.base.view.Metric;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.View;
import io.flotilla.base.view.data.Rows;
import io.flotilla.base.view.data.Series;
import io.flotilla.base.view.filter.Query;
import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.NumberFormat;
import io.flotilla.base.view.format.Tone;
import io.flotilla.base.view.source.Sql;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The fleet sample: what each kilometre of a delivery fleet costs, and which vans make it dear. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class FleetPage {
    private static final NumberFormat DOLLARS = Format.money("$");
    private static final NumberFormat PER_KM = Format.money("$", 2);
    private static final double DEAR = 0.40;
    private static final double FAIR = 0.30;

    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private final SampleData trips = Trips.until(today);

    @RegisterForReflection
    record Depot(String name) {}

    @RegisterForReflection
    record Month(YearMonth month, double km, double energy, double tolls, double repairs) {
        double cost() {
            return energy + tolls + repairs;
        }
    }

    @RegisterForReflection
    record Van(String vehicle, String depot, boolean electric, long trips, double km, double cost) {
        double perKm() {
            return cost / km;
        }

        Tone tone() {
            return perKm() > DEAR ? Tone.BAD : perKm() > FAIR ? Tone.WARNING : Tone.GOOD;
        }
    }

    @GET
    public View show(Query query) {
        var days = query.dates("Days").initially(today.minusMonths(12).withDayOfMonth(1), today);
        var depot = query.select("Depot", depots());
        var electric = query.toggle("Electric only");
        var data = trips.sql().with("depot", depot.chosen()).with("electric", electric.on() ? 1 : 0);
        var now = data.with("from", days.from()).with("to", days.to());
        var before = data.with("from", days.before().from()).with("to", days.before().to());

        return View.of("Fleet", days, depot, electric)
                .lead("What a delivery fleet costs. Figures are made up.")
                .page("Fleet", "/").page("Gallery", "/gallery")
                .add(metrics(months(now), months(before)))
                .add(Columns.of(8, Chart.stacked("Cost by month", byKind(months(now))).as(DOLLARS))
                        .and(4, Chart
                                .gauge("Cost per kilometre", cost(months(now)).per(months(now).sum(Month::km)), 0, 0.6)
                                .as(PER_KM)))
                .add(Chart.scatter("Vans: distance and cost", vans(now), Van::vehicle, "km", Van::km, "cost", Van::cost)
                        .as(DOLLARS))
                .add(table(vans(now)).slow());
    }

    private static Metric[] metrics(Rows<Month> now, Rows<Month> before) {
        var since = "the same time before";
        return new Metric[]{
                Metric.of("Cost", cost(now)).as(DOLLARS.shortened()).since(since, cost(before)).falling()
                        .trend(now.series(Month::month, Month::cost)),
                Metric.of("Distance", now.sum(Month::km)).as(Format.unit("km", 0).shortened())
                        .since(since, before.sum(Month::km)).trend(now.series(Month::month, Month::km)),
                Metric.of("Cost per kilometre", cost(now).per(now.sum(Month::km))).as(PER_KM)
                        .since(since, cost(before).per(before.sum(Month::km))).falling()
                        .trend(now.series(Month::month, month -> month.cost() / month.km()))};
    }

    private static Series<YearMonth> byKind(Rows<Month> months) {
        return months.series(Month::month, Month::energy).named("Energy")
                .and(months.series(Month::month, Month::tolls).named("Tolls"))
                .and(months.series(Month::month, Month::repairs).named("Repairs"));
    }

    private static Table<Van> table(Rows<Van> vans) {
        return Table.of("Vans", vans)
                .column("Van", Van::vehicle).column("Depot", Van::depot).column("Electric", Van::electric)
                .column("Trips", Van::trips, column -> column.total())
                .column("Distance", Van::km, column -> column.as(Format.unit("km", 0)).total())
                .column("Cost", Van::cost, column -> column.as(DOLLARS).total())
                .column("Per km", Van::perKm, column -> column.as(PER_KM).tone(Van::tone))
                .sortedDownBy("Per km").paged(12).searchable();
    }

    private static io.flotilla.base.view.data.Figure cost(Rows<Month> months) {
        return months.sum(Month::cost);
    }

    private Rows<String> depots() {
        return trips.sql().rows(Depot.class, "select distinct depot as name from trips order by depot")
                .map(Depot::name);
    }

    private static Rows<Month> months(Sql sql) {
        return sql.rows(Month.class, """
                select substr(day, 1, 7) as month, sum(km) as km, sum(energy) / 100.0 as energy,
                       sum(tolls) / 100.0 as tolls, sum(repairs) / 100.0 as repairs
                from trips where day between :from and :to and (:depot is null or depot = :depot) and electric >= :electric
                group by substr(day, 1, 7) order by 1""");
    }

    private static Rows<Van> vans(Sql sql) {
        return sql.rows(Van.class, """
                select vehicle, depot, electric, count(*) as trips, sum(km) as km,
                       sum(energy + tolls + repairs) / 100.0 as cost
                from trips where day between :from and :to and (:depot is null or depot = :depot) and electric >= :electric
                group by vehicle, depot, electric""");
    }
}
