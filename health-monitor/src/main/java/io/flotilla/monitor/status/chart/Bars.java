package io.flotilla.monitor.status.chart;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.flotilla.base.page.Formats;
import io.flotilla.monitor.history.Day;
import io.flotilla.monitor.history.Days;

/**
 * The last ninety days as a picture, one bar a day.
 *
 * @param label what the picture says, in words
 * @param paths all days of one state as one path, for lists of many apps
 * @param bars  each day by itself, with what happened on it
 */
public record Bars(String label, String uptime, List<Path> paths, List<Bar> bars) {
    private static final int STEP = 4;
    private static final int HEIGHT = 20;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private enum State {
        UP, FAILING, DOWN, UNKNOWN
    }

    /** @param d an SVG path in a box of 360 by 20 */
    public record Path(String state, String d) {}

    /** @param x in a box of 360 by 20 */
    public record Bar(int x, String state, String title) {}

    public static Bars of(Days days) {
        var each = days.days();
        var outages = days.outages();
        var label = "%s up in %d days, %s".formatted(days.uptime(), each.size(),
                outages == 0 ? "no outage" : outages == 1 ? "one outage" : outages + " outages");
        return new Bars(label, days.uptime(), paths(each),
                IntStream.range(0, each.size())
                        .mapToObj(i -> new Bar(STEP * i, each.get(i).state(), title(each.get(i))))
                        .toList());
    }

    private static List<Path> paths(List<Day> days) {
        Map<State, StringBuilder> paths = new EnumMap<>(State.class);
        for (var i = 0; i < days.size(); i++) {
            paths.computeIfAbsent(State.valueOf(days.get(i).state().toUpperCase(Locale.ROOT)),
                    state -> new StringBuilder())
                    .append('M').append(STEP * i + 1.5).append(" 0v").append(HEIGHT);
        }
        return paths.entrySet().stream()
                .map(path -> new Path(path.getKey().name().toLowerCase(Locale.ROOT), path.getValue().toString()))
                .toList();
    }

    private static String title(Day day) {
        var what = switch (day.state()) {
            case "unknown" -> "not watched";
            case "up" -> "no outage";
            default -> "down for " + Formats.words(day.down());
        };
        return DATE.format(day.date().atStartOfDay(ZoneOffset.UTC)) + ": " + what;
    }
}
