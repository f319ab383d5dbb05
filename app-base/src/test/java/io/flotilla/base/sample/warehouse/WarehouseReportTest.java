package io.flotilla.base.sample.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;

import io.flotilla.base.sample.warehouse.Hour.Zone;
import org.junit.jupiter.api.Test;

class WarehouseReportTest {
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-24T10:00");

    @Test
    void everySeriesHasAValueForEveryHour() {
        var report = WarehouseReport.of(Hours.until(NOW), NOW, 24);
        assertEquals(24, report.chart().labels().size());
        assertEquals(Zone.values().length, report.chart().series().size());
        report.chart().series().forEach(series -> assertEquals(24, series.values().size(), series.name()));
    }

    @Test
    void nobodyPicksMoreThanWaits() {
        assertTrue(Hours.until(NOW).stream().allMatch(hour -> hour.backlog() >= 0));
        assertTrue(Hours.until(NOW).stream().filter(hour -> hour.people() == 0).allMatch(hour -> hour.lines() == 0));
    }

    @Test
    void aZoneWithHoursOfWorkWaitingIsBehind() {
        var report = WarehouseReport.of(List.of(
                new Hour(NOW, Zone.BULK, 100, 1, 500, 5),
                new Hour(NOW, Zone.SHELVES, 100, 0, 150, 5),
                new Hour(NOW, Zone.COLD, 100, 0, 20, 4)), NOW, 24);

        assertEquals(List.of("bad", "warning", "good", "good"),
                report.rows().stream().map(WarehouseReport.Row::state).toList());
        assertEquals("99.00 %", report.rows().get(0).percent());
        assertEquals(25.0, report.rows().get(2).linesPerPersonHour());
    }
}
