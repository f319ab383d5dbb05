package io.flotilla.base.sample.sales;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

import io.flotilla.base.sample.data.SampleData;
import io.flotilla.base.sample.data.SampleData.Inserts;

/** Two years of a wholesaler's orders, the same for the same last day: a season, quiet Sundays, slow growth and chance. */
final class Orders {
    static final int DAYS = 730;
    private static final List<String> SCHEMA = List.of(
            "create table orders (day text, region text, product text, customer text, units integer, cents integer)",
            "create index orders_by_day on orders (day, region, product, customer, units, cents)");
    private static final String[] PRODUCTS = {"Cordless mower", "String trimmer", "Leaf blower", "Chainsaw",
            "Hedge cutter", "Battery 56 V", "Charger"};
    private static final int[] CENTS = {38900, 14900, 17900, 24900, 12900, 19900, 8900};
    private static final String[] FIRST = {"Maple", "Harbor", "Summit", "Prairie", "Granite", "Willow", "Beacon",
            "Cedar"};
    private static final String[] SECOND = {"Hardware", "Garden Centre", "Tools", "Farm Supply", "Outdoor", "Rentals",
            "Landscaping", "& Sons"};
    private static final double SCALE = 7.5;

    private final LocalDate lastDay;
    private final SplittableRandom random;

    private Orders(LocalDate lastDay) {
        this.lastDay = lastDay;
        this.random = new SplittableRandom(lastDay.toEpochDay());
    }

    static SampleData until(LocalDate lastDay) {
        return new SampleData(SCHEMA, connection -> new Orders(lastDay).fill(connection));
    }

    private void fill(Connection connection) throws SQLException {
        try (var inserts = new Inserts(connection, "insert into orders values (?, ?, ?, ?, ?, ?)")) {
            for (var day = lastDay.minusDays(DAYS - 1); !day.isAfter(lastDay); day = day.plusDays(1)) {
                for (var region : Region.values()) {
                    int count = (int) Math.round(mean(day, region) * random.nextDouble(0.75, 1.25));
                    for (int i = 0; i < count; i++) {
                        order(inserts, day.toString(), region);
                    }
                }
            }
        }
    }

    private double mean(LocalDate day, Region region) {
        double season = 1 + 0.08 * Math.sin((day.getDayOfYear() - 220) * 2 * Math.PI / 365);
        double growth = 1 - 0.55 * (lastDay.toEpochDay() - day.toEpochDay()) / DAYS;
        double week = day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? 0.45
                : day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.7 : 1;
        return SCALE * region.size() * season * growth * week;
    }

    private void order(Inserts inserts, String day, Region region) throws SQLException {
        int product = (int) (PRODUCTS.length * Math.sqrt(random.nextDouble()) * 0.999);
        int units = 1 + (int) Math.floor(Math.pow(random.nextDouble(), 3) * 12);
        double discount = units > 6 ? 0.88 : units > 3 ? 0.94 : 1;
        int customer = (int) (FIRST.length * SECOND.length * Math.pow(random.nextDouble(), 2));
        inserts.add(day, region.name(), PRODUCTS[product],
                FIRST[customer % FIRST.length] + " " + SECOND[customer / FIRST.length] + ", " + region.title(), units,
                Math.round(CENTS[product] * units * discount));
    }
}
