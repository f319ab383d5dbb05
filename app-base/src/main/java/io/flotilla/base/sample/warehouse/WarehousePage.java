package io.flotilla.base.sample.warehouse;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;

import io.flotilla.base.sample.data.SampleData;
import io.flotilla.base.view.Chart;
import io.flotilla.base.view.Metric;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.Tabs;
import io.flotilla.base.view.View;
import io.flotilla.base.view.data.Rows;
import io.flotilla.base.view.filter.Query;
import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.Tone;
import io.flotilla.base.view.source.Sql;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The warehouse sample: what its zones and people picked in the last hours. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class WarehousePage {
    private final LocalDateTime lastHour = LocalDateTime.now(Clock.systemUTC()).truncatedTo(ChronoUnit.HOURS);
    private final SampleData picks = Picks.until(lastHour);

    @RegisterForReflection
    record Hour(LocalDateTime start, Zone zone, long lines, long errors, long people) {}

    @RegisterForReflection
    record Waiting(LocalDateTime start, Zone zone, long lines) {}

    @RegisterForReflection
    record Picker(String picker, Zone zone, long hours, long lines, double accuracy) {}

    record ZoneRow(Zone zone, long lines, double pace, double accuracy, long backlog, double hoursToClear) {
        Tone tone() {
            return hoursToClear > 3 ? Tone.BAD : hoursToClear > 1 ? Tone.WARNING : Tone.GOOD;
        }

        String state() {
            return hoursToClear > 3 ? "behind" : hoursToClear > 1 ? "catching up" : "in time";
        }
    }

    @GET
    public View show(Query query) {
        var hours = query.select("Hours", List.of(24, 72, 168), "Last %d hours"::formatted).initially(24);
        var zones = query.multiSelect("Zones", List.of(Zone.values()), Zone::title);
        var now = picks.sql().with("from", lastHour.minusHours(hours.value() - 1)).with("to", lastHour);
        var before = picks.sql().with("from", lastHour.minusHours(2L * hours.value() - 1)).with("to",
                lastHour.minusHours(hours.value()));
        var picked = hours(now).where(Hour::zone, zones);
        var waiting = waiting(now).where(Waiting::zone, zones);

        return View.of("Warehouse", hours, zones).refresh(Duration.ofMinutes(1))
                .lead("Order lines picked, zone by zone, hour by hour (UTC). Figures are made up.")
                .page("Warehouse", "/").page("Gallery", "/gallery")
                .add(metrics(picked, hours(before).where(Hour::zone, zones), waiting,
                        waiting(before).where(Waiting::zone, zones), "the %d hours before".formatted(hours.value())))
                .add(Chart.stacked("Lines picked by hour",
                        picked.by(Hour::start).split(hour -> hour.zone().title()).sum(Hour::lines)))
                .add(zoneTable(picked, waiting), Chart.line("Backlog",
                        waiting.by(Waiting::start).split(one -> one.zone().title()).sum(Waiting::lines)))
                .add(Tabs.of("More").tab("When", busy(picked)).tab("Who", pickers(now).slow()));
    }

    private static Metric[] metrics(Rows<Hour> now, Rows<Hour> before, Rows<Waiting> waiting, Rows<Waiting> then,
            String since) {
        var lines = now.sum(Hour::lines);
        var linesBefore = before.sum(Hour::lines);
        return new Metric[]{
                Metric.of("Lines picked", lines).since(since, linesBefore).trend(now.by(Hour::start).sum(Hour::lines)),
                Metric.of("Lines per person-hour", lines.per(now.sum(Hour::people))).as(Format.number(1)).since(since,
                        linesBefore.per(before.sum(Hour::people))),
                Metric.of("Refused at the door", now.sum(Hour::errors).per(lines)).as(Format.percent(2))
                        .since(since, before.sum(Hour::errors).per(linesBefore)).falling(),
                Metric.of("Backlog at its worst", waiting.max(Waiting::lines))
                        .since(since, then.max(Waiting::lines)).falling()
                        .trend(waiting.by(Waiting::start).sum(Waiting::lines))};
    }

    private Table<ZoneRow> zoneTable(Rows<Hour> picked, Rows<Waiting> waiting) {
        var rows = picked.by(Hour::zone).map((zone, hours) -> {
            long lines = hours.stream().mapToLong(Hour::lines).sum();
            long people = hours.stream().mapToLong(Hour::people).sum();
            long errors = hours.stream().mapToLong(Hour::errors).sum();
            long backlog = waiting.stream().filter(one -> one.zone() == zone && one.start().equals(lastHour))
                    .mapToLong(Waiting::lines).sum();
            return new ZoneRow(zone, lines, lines / (double) Math.max(1, people),
                    1 - errors / (double) Math.max(1, lines), backlog,
                    backlog / Math.max(1, lines / (double) Math.max(1, hours.size())));
        });
        return Table.of("Zones", rows)
                .column("Zone", row -> row.zone().title())
                .column("Lines", ZoneRow::lines, column -> column.total())
                .column("Per person-hour", ZoneRow::pace, column -> column.as(Format.number(1)))
                .column("Accuracy", ZoneRow::accuracy, column -> column.as(Format.percent(2)))
                .column("Backlog now", ZoneRow::backlog, column -> column.total())
                .column("State", ZoneRow::state, column -> column.tone(ZoneRow::tone))
                .whenEmpty("Nobody picked anything", "Choose more hours: at night the warehouse is closed.");
    }

    private static Chart busy(Rows<Hour> picked) {
        return Chart.heatmap("Lines by hour of the day",
                picked.by(hour -> hour.start().getHour()).split(hour -> hour.zone().title()).sum(Hour::lines));
    }

    private static Table<Picker> pickers(Sql sql) {
        return Table.of("Pickers", sql.rows(Picker.class, """
                select picker, zone, count(*) as hours, sum(lines) as lines,
                       1 - sum(errors) * 1.0 / max(1, sum(lines)) as accuracy
                from picks where start between :from and :to group by picker, zone"""))
                .column("Picker", Picker::picker).column("Zone", picker -> picker.zone().title())
                .column("Hours", Picker::hours).column("Lines", Picker::lines, column -> column.meter())
                .column("Accuracy", Picker::accuracy, column -> column.as(Format.percent(2)))
                .sortedDownBy("Lines").paged(10).searchable();
    }

    private static Rows<Hour> hours(Sql sql) {
        return sql.rows(Hour.class, """
                select start, zone, sum(lines) as lines, sum(errors) as errors, count(*) as people
                from picks where start between :from and :to group by start, zone order by start""");
    }

    private static Rows<Waiting> waiting(Sql sql) {
        return sql.rows(Waiting.class,
                "select start, zone, lines from backlog where start between :from and :to order by start");
    }
}
