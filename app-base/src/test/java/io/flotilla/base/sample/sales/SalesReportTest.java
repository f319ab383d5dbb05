package io.flotilla.base.sample.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import io.flotilla.base.sample.sales.Order.Product;
import io.flotilla.base.sample.sales.Order.Region;
import org.junit.jupiter.api.Test;

class SalesReportTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void theSameDayHasTheSameOrdersForEveryone() {
        assertEquals(Orders.until(TODAY), Orders.until(TODAY));
        assertTrue(Orders.until(TODAY).size() > 20_000);
    }

    @Test
    void countsOnlyThePeriodAndComparesItWithTheOneBefore() {
        var report = SalesReport.of(List.of(
                order(0, Region.NORTH, 1, 300_00), order(29, Region.NORTH, 1, 100_00),
                order(30, Region.NORTH, 1, 200_00), order(60, Region.NORTH, 9, 900_00)),
                TODAY, SalesFilter.of("", "30"));

        var revenue = report.metrics().get(0);
        assertEquals("$400", revenue.value());
        assertEquals("100.0 %", revenue.percent());
        assertTrue(revenue.up());
        assertEquals("2", report.metrics().get(1).value());
    }

    @Test
    void aRegionLeavesOutTheOthers() {
        var report = SalesReport.of(List.of(order(0, Region.NORTH, 1, 300_00), order(0, Region.WEST, 2, 50_00)), TODAY,
                SalesFilter.of("west", "90"));

        assertEquals(List.of(50L), report.chart().series().get(0).values().stream().filter(sum -> sum > 0).toList());
        assertEquals(1, report.rows().size());
        assertEquals("100.0 %", report.rows().get(0).percent());
    }

    @Test
    void chartTableAndMetricAgree() {
        for (var days : List.of("30", "90", "365")) {
            var report = SalesReport.of(Orders.until(TODAY), TODAY, SalesFilter.of("", days));
            var charted = report.chart().series().get(0).values().stream().mapToLong(Long::longValue).sum();
            var listed = report.rows().stream().mapToLong(SalesReport.Row::cents).sum();
            assertEquals(report.chart().labels().size(), report.chart().series().get(0).values().size());
            assertEquals(listed / 100.0, charted, report.rows().stream().mapToLong(SalesReport.Row::orders).sum(),
                    "cents are cut off each order");
        }
    }

    @Test
    void aMangledQueryShowsTheDefault() {
        assertEquals(SalesFilter.of("", ""), SalesFilter.of("<script>", "-1"));
        assertEquals(90, SalesFilter.of("", "999999999999").days());
    }

    @Test
    void noOrdersAreNoCrash() {
        var report = SalesReport.of(List.of(), TODAY, SalesFilter.of("", ""));
        assertEquals("$0", report.metrics().get(2).value());
        assertEquals(List.of(), report.rows());
    }

    private static Order order(int daysAgo, Region region, int units, long cents) {
        return new Order(TODAY.minusDays(daysAgo), region, Product.SAW, units, cents);
    }
}
