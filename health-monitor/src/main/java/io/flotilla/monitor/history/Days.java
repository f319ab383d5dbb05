package io.flotilla.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.outage.Outage.Stretch;

/**
 * The last days of an app, oldest first.
 *
 * @param days at least one; the last is today
 */
public record Days(List<Day> days) {
    public static final int SHOWN = 90;

    /**
     * @param sums    of whole days, of this app
     * @param today   whether it has been checked today, which no sum knows yet
     * @param outages of this app, in any order
     */
    public static Days of(Collection<Rollup> sums, boolean today, Collection<Outage> outages, Instant now) {
        return of(sums.stream().map(Rollup::begins).collect(Collectors.toSet()), today,
                outages.stream().map(Outage::stretch).toList(), now);
    }

    /**
     * @param watched  when each whole day began that it was watched on
     * @param today    whether it has been checked today
     * @param stretches when it was down, in any order
     */
    public static Days of(Set<Instant> watched, boolean today, List<Stretch> stretches, Instant now) {
        var last = date(now);
        var days = new ArrayList<Day>(SHOWN);
        for (var date = last.minusDays(SHOWN - 1); !date.isAfter(last); date = date.plusDays(1)) {
            var begins = date.atStartOfDay(ZoneOffset.UTC).toInstant();
            days.add(day(date, watched.contains(begins) || today && date.equals(last), stretches, now));
        }
        return new Days(List.copyOf(days));
    }

    public static Instant first(Instant now) {
        return date(now).minusDays(SHOWN - 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public int outages() {
        return days.stream().mapToInt(Day::outages).sum();
    }

    /**
     * The share of the time that it was watched in which it was not down, in hundredths of a percent, rounded down; empty if
     * it never was watched.
     */
    public OptionalLong hundredths() {
        var watched = days.stream().filter(day -> !day.state().equals("unknown")).count()
                * Duration.ofDays(1).toMillis();
        var down = days.stream().map(Day::down).mapToLong(Duration::toMillis).sum();
        return watched == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, (watched - down) * 10_000 / watched));
    }

    /** {@link #hundredths} in percent, for people. */
    public String uptime() {
        if (hundredths().isEmpty()) {
            return "–";
        }
        var hundredths = hundredths().getAsLong();
        return hundredths == 10_000 ? "100 %" : "%d.%02d %%".formatted(hundredths / 100, hundredths % 100);
    }

    private static Day day(LocalDate date, boolean watched, List<Stretch> stretches, Instant now) {
        var begins = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        var ends = earlier(date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), now);
        var down = Duration.ZERO;
        var count = 0;
        for (var stretch : stretches) {
            var from = stretch.began().isAfter(begins) ? stretch.began() : begins;
            var until = earlier(stretch.ended().orElse(now), ends);
            if (from.isBefore(until)) {
                down = down.plus(Duration.between(from, until));
                count++;
            }
        }
        return new Day(date, watched, down, count);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate date(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
