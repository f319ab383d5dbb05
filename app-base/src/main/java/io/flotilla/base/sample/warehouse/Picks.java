package io.flotilla.base.sample.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;

import io.flotilla.base.sample.data.SampleData;
import io.flotilla.base.sample.data.SampleData.Inserts;

/**
 * A year of a warehouse, the same for the same last hour: two shifts, orders that come in waves, a backlog that follows.
 * A row for each picker's hour, and one for each zone's.
 */
final class Picks {
    static final int DAYS = 370;
    private static final List<String> SCHEMA = List.of(
            "create table picks (start text, zone text, picker text, lines integer, errors integer)",
            "create table backlog (start text, zone text, lines integer)",
            "create index picks_by_start on picks (start, zone, picker, lines, errors)",
            "create index backlog_by_start on backlog (start, zone, lines)");
    private static final String[] NAMES = {"Ada", "Ben", "Cleo", "Dov", "Edna", "Finn", "Gus", "Hana"};
    private static final int OPENS = 6;
    private static final int CHANGES = 14;
    private static final int CLOSES = 22;

    private final LocalDateTime lastHour;
    private final SplittableRandom random;

    private Picks(LocalDateTime lastHour) {
        this.lastHour = lastHour;
        this.random = new SplittableRandom(lastHour.toLocalDate().toEpochDay());
    }

    static SampleData until(LocalDateTime lastHour) {
        return new SampleData(SCHEMA, connection -> new Picks(lastHour).fill(connection));
    }

    private void fill(Connection connection) throws SQLException {
        try (var picks = new Inserts(connection, "insert into picks values (?, ?, ?, ?, ?)");
                var backlogs = new Inserts(connection, "insert into backlog values (?, ?, ?)")) {
            for (var zone : Zone.values()) {
                int backlog = 40;
                for (var start = lastHour.minusDays(DAYS); !start.isAfter(lastHour); start = start.plusHours(1)) {
                    backlog += (int) Math.round(arriving(start, zone) * random.nextDouble(0.7, 1.35));
                    backlog -= picked(picks, start, zone, backlog);
                    backlogs.add(start.toString(), zone.name(), backlog);
                }
            }
        }
    }

    /** Nobody picks more than waits. */
    private int picked(Inserts picks, LocalDateTime start, Zone zone, int waiting) throws SQLException {
        int hour = start.getHour();
        int crew = hour >= OPENS && hour < CHANGES
                ? zone.crew()
                : hour >= CHANGES && hour < CLOSES ? Math.max(1, zone.crew() - 1) : 0;
        int left = waiting;
        for (int i = 0; i < crew; i++) {
            int lines = Math.min(left, (int) Math.round(random.nextDouble(19, 26) + i % 3));
            left -= lines;
            var picker = NAMES[i] + (hour < CHANGES ? " E." : " L.");
            picks.add(start.toString(), zone.name(), picker, lines,
                    (int) Math.round(lines * random.nextDouble(0, 0.045)));
        }
        return waiting - left;
    }

    private static double arriving(LocalDateTime start, Zone zone) {
        double wave = 1 + 0.6 * Math.sin((start.getHour() - OPENS) * 2 * Math.PI / 16);
        return start.getHour() >= OPENS - 1 && start.getHour() <= CLOSES
                ? zone.demand() * wave
                : zone.demand() * 0.05;
    }
}
