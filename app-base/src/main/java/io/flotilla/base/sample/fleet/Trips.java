package io.flotilla.base.sample.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

import io.flotilla.base.sample.data.SampleData;
import io.flotilla.base.sample.data.SampleData.Inserts;

/** Two years of a delivery fleet, the same for the same last day: 48 vans, a dozen of them electric, and what each trip cost. */
final class Trips {
    static final int DAYS = 730;
    private static final List<String> SCHEMA = List.of(
            "create table trips (day text, depot text, vehicle text, electric integer, km real, energy integer, tolls integer, repairs integer)",
            "create index trips_by_day on trips (day, depot, vehicle, electric, km, energy, tolls, repairs)");
    private static final String[] DEPOTS = {"Aurora", "Bristol", "Camden", "Dayton"};
    private static final int VANS = 48;

    private final LocalDate lastDay;
    private final SplittableRandom random;

    private Trips(LocalDate lastDay) {
        this.lastDay = lastDay;
        this.random = new SplittableRandom(lastDay.toEpochDay());
    }

    static SampleData until(LocalDate lastDay) {
        return new SampleData(SCHEMA, connection -> new Trips(lastDay).fill(connection));
    }

    private void fill(Connection connection) throws SQLException {
        try (var trips = new Inserts(connection, "insert into trips values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var day = lastDay.minusDays(DAYS - 1); !day.isAfter(lastDay); day = day.plusDays(1)) {
                int busy = day.getDayOfWeek() == DayOfWeek.SUNDAY
                        ? 1
                        : day.getDayOfWeek() == DayOfWeek.SATURDAY ? 3 : 4;
                for (int van = 0; van < VANS; van++) {
                    for (int trip = random.nextInt(busy + 1); trip <= busy; trip++) {
                        trip(trips, day, van);
                    }
                }
            }
        }
    }

    /** Costs are in cents. Older vans, those with low numbers, drink and break more. */
    private void trip(Inserts trips, LocalDate day, int van) throws SQLException {
        boolean electric = van % 4 == 3;
        double km = 12 + 90 * Math.pow(random.nextDouble(), 1.6) + van % 5 * 4;
        double winter = 1 + 0.12 * Math.cos(day.getDayOfYear() * 2 * Math.PI / 365);
        double age = 1.25 - 0.5 * van / VANS;
        long energy = Math.round(km * (electric ? 5.2 : 16.5 * age) * winter * random.nextDouble(0.85, 1.15));
        long tolls = random.nextDouble() < 0.35 ? Math.round(km * 4.5) : 0;
        long repairs = random.nextDouble() < 0.012 * age * (electric ? 0.6 : 1) ? random.nextLong(9_000, 95_000) : 0;
        trips.add(day.toString(), DEPOTS[van % DEPOTS.length],
                "%s-%02d".formatted(DEPOTS[van % DEPOTS.length].substring(0, 2)
                        .toUpperCase(java.util.Locale.ROOT), van + 1),
                electric ? 1 : 0, Math.round(km * 10) / 10.0, energy, tolls, repairs);
    }
}
