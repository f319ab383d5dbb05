package io.flotilla.base.sample.warehouse;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.flotilla.base.sample.warehouse.Hour.Zone;

/** Four weeks of a warehouse, the same for the same last hour: two shifts, orders that come in waves, a backlog that follows. */
final class Hours {
    static final int DAYS = 28;

    private Hours() {}

    static List<Hour> until(LocalDateTime lastHour) {
        var random = new SplittableRandom(lastHour.toLocalDate().toEpochDay());
        var hours = new ArrayList<Hour>();
        for (var zone : Zone.values()) {
            int backlog = 40;
            for (var start = lastHour.minusDays(DAYS); !start.isAfter(lastHour); start = start.plusHours(1)) {
                int people = people(start, zone);
                int arriving = (int) Math.round(demand(start, zone) * random.nextDouble(0.7, 1.35));
                int lines = Math.min(backlog + arriving, (int) Math.round(people * random.nextDouble(20, 26)));
                int errors = (int) Math.round(lines * random.nextDouble(0, 0.012));
                backlog += arriving - lines;
                hours.add(new Hour(start, zone, lines, errors, backlog, people));
            }
        }
        return List.copyOf(hours);
    }

    private static int people(LocalDateTime start, Zone zone) {
        int crew = switch (zone) {
            case BULK -> 5;
            case SHELVES -> 8;
            case COLD -> 3;
            case OVERSIZE -> 2;
        };
        int hour = start.getHour();
        return hour >= 6 && hour < 14 ? crew : hour >= 14 && hour < 22 ? Math.max(1, crew - 1) : 0;
    }

    private static double demand(LocalDateTime start, Zone zone) {
        double size = switch (zone) {
            case BULK -> 62;
            case SHELVES -> 104;
            case COLD -> 36;
            case OVERSIZE -> 21;
        };
        double wave = 1 + 0.6 * Math.sin((start.getHour() - 6) * 2 * Math.PI / 16);
        return start.getHour() >= 5 && start.getHour() < 23 ? size * wave : size * 0.05;
    }
}
