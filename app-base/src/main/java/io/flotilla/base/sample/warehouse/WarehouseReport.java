package io.flotilla.base.sample.warehouse;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.flotilla.base.page.Formats;
import io.flotilla.base.sample.Chart;
import io.flotilla.base.sample.Metric;
import io.flotilla.base.sample.warehouse.Hour.Zone;

/** What the warehouse page says about its last hours. */
public record WarehouseReport(List<Metric> metrics, Chart chart, List<Row> rows) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    /** @param accuracy 1 if no line was refused; @param state {@code good}, {@code warning} or {@code bad} */
    public record Row(String zone, long lines, double linesPerPersonHour, double accuracy, long backlog, String state,
            String word) {

        public String percent() {
            return Formats.decimals(accuracy * 100, 2) + " %";
        }
    }

    /** @param span how many hours up to the last one */
    static WarehouseReport of(List<Hour> hours, LocalDateTime lastHour, int span) {
        var now = within(hours, lastHour, span);
        var before = within(hours, lastHour.minusHours(span), span);
        return new WarehouseReport(metrics(now, before, span), chart(now), rows(now, lastHour));
    }

    private static List<Hour> within(List<Hour> hours, LocalDateTime end, int span) {
        return hours.stream().filter(hour -> !hour.start().isAfter(end) && hour.start().isAfter(end.minusHours(span)))
                .toList();
    }

    private static List<Metric> metrics(List<Hour> now, List<Hour> before, int span) {
        var since = "the " + span + " hours before";
        return List.of(
                Metric.rising("Lines picked", Formats.grouped(lines(now)), lines(now), lines(before), since),
                Metric.rising("Lines per person-hour", Formats.decimals(pace(now), 1), pace(now), pace(before), since),
                Metric.rising("Accuracy", Formats.decimals(accuracy(now) * 100, 2) + " %", accuracy(now),
                        accuracy(before),
                        since),
                Metric.falling("Backlog at its worst", Formats.grouped(worst(now)), worst(now), worst(before), since));
    }

    private static Chart chart(List<Hour> hours) {
        var starts = hours.stream().map(Hour::start).distinct().sorted().toList();
        var series = Stream.of(Zone.values()).map(zone -> {
            var lines = new TreeMap<LocalDateTime, Long>();
            hours.stream().filter(hour -> hour.zone() == zone)
                    .forEach(hour -> lines.put(hour.start(), (long) hour.lines()));
            return new Chart.Series(zone.title(), new ArrayList<>(lines.values()), "");
        }).toList();
        return new Chart("Lines picked by hour", Chart.Kind.STACKED_BARS, starts.stream().map(HOUR::format).toList(),
                series);
    }

    private static List<Row> rows(List<Hour> hours, LocalDateTime lastHour) {
        return Stream.of(Zone.values()).map(zone -> {
            var own = hours.stream().filter(hour -> hour.zone() == zone).toList();
            long backlog = own.stream().filter(hour -> hour.start().equals(lastHour)).mapToLong(Hour::backlog).sum();
            double hoursToClear = backlog / Math.max(1, lines(own) / (double) Math.max(1, own.size()));
            var state = hoursToClear > 3 ? "bad" : hoursToClear > 1 ? "warning" : "good";
            var word = hoursToClear > 3 ? "behind" : hoursToClear > 1 ? "catching up" : "in time";
            return new Row(zone.title(), lines(own), pace(own), accuracy(own), backlog, state, word);
        }).toList();
    }

    private static long lines(List<Hour> hours) {
        return hours.stream().mapToLong(Hour::lines).sum();
    }

    private static long worst(List<Hour> hours) {
        return hours.stream().mapToLong(Hour::backlog).max().orElse(0);
    }

    private static double pace(List<Hour> hours) {
        return lines(hours) / (double) Math.max(1, hours.stream().mapToLong(Hour::people).sum());
    }

    private static double accuracy(List<Hour> hours) {
        return 1 - hours.stream().mapToLong(Hour::errors).sum() / (double) Math.max(1, lines(hours));
    }
}
