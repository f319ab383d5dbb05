package io.flotilla.base.view.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.flotilla.base.view.filter.Query;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final Rows<Sale> SALES = Rows.of(List.of(new Sale(FIRST, "North", 3), new Sale(FIRST, "South", 4),
            new Sale(FIRST.plusDays(2), "North", 5), new Sale(null, "North", 100)));

    record Sale(LocalDate day, String region, double revenue) {}

    @Test
    void aFilterTakesWhatItSays() {
        var query = Query.of("region=North&days.from=2026-01-02&days.to=2026-01-31");
        var region = query.select("Region", SALES.distinct(Sale::region));
        assertEquals(3, SALES.where(Sale::region, region).list().size());
        assertEquals(1, SALES.where(Sale::region, region).where(Sale::day, query.dates("Days")).list().size());
        assertEquals(4,
                SALES.where(Sale::region, Query.of("region=Nowhere").select("Region", List.of("North"))).list().size());
    }

    @Test
    void groupsHaveTheirSumsInTheOrderOfTheirKeys() {
        var points = SALES.by(Sale::day).over(List.of(FIRST.plusDays(1))).sum(Sale::revenue).points();
        assertEquals(List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2)), points.keys());
        assertArrayEquals(new double[]{7, 0, 5}, points.lines().get(0).values());
    }

    @Test
    void aSplitMakesALineOfEach() {
        var points = SALES.by(Sale::day).split(Sale::region).average(Sale::revenue).points();
        assertEquals(List.of("North", "South"), points.lines().stream().map(Points.Line::name).toList());
        assertArrayEquals(new double[]{4, Double.NaN}, points.lines().get(1).values());
    }

    @Test
    void linesOfOtherKeysStandBesideEachOther() {
        var points = SALES.where(sale -> sale.region().equals("South")).by(Sale::day).sum(Sale::revenue).named("South")
                .and(SALES.by(Sale::day).count().named("All")).points();
        assertArrayEquals(new double[]{4, Double.NaN}, points.lines().get(0).values());
        assertArrayEquals(new double[]{2, 1}, points.lines().get(1).values());
    }

    @Test
    void nothingIsFetchedBeforeItIsShownAndThenOnce() {
        var asked = new AtomicInteger();
        var shown = Rows.from(() -> {
            asked.incrementAndGet();
            return SALES.list();
        }).where(sale -> true);
        var sum = shown.sum(Sale::revenue);
        var series = shown.by(Sale::region).count();
        assertEquals(0, asked.get());
        assertEquals(112, sum.getAsDouble());
        assertEquals(2, series.points().keys().size());
        assertEquals(1, asked.get());
    }

    @Test
    void aRatioWithNothingIsNoNumber() {
        var none = SALES.where(sale -> false);
        assertTrue(Double.isNaN(none.sum(Sale::revenue).per(none.count()).getAsDouble()));
        assertTrue(none.by(Sale::day).sum(Sale::revenue).points().isEmpty());
    }
}
