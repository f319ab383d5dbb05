package io.flotilla.monitor.maintenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import io.flotilla.monitor.maintenance.MaintenanceWindow.Repeat;
import org.junit.jupiter.api.Test;

class MaintenanceWindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void onceCoversItsTimeAndNoOther() {
        var window = window("2026-11-24T22:00", "2026-11-25T02:00", Repeat.ONCE);

        assertFalse(window.covers(at("2026-11-24T21:59")));
        assertTrue(window.covers(at("2026-11-24T22:00")));
        assertTrue(window.covers(at("2026-11-25T01:59")));
        assertFalse(window.covers(at("2026-11-25T02:00")));
        assertFalse(window.covers(at("2026-12-01T23:00")));
    }

    @Test
    void weeklyComesBackOnItsDayAndReachesIntoTheNext() {
        var window = window("2026-11-24T22:00", "2026-11-25T02:00", Repeat.WEEKLY);

        assertTrue(window.covers(at("2026-12-01T23:00")));
        assertEquals(Optional.of(at("2026-12-02T02:00")), window.occurrence(at("2026-12-02T01:00")));
        assertFalse(window.covers(at("2026-12-02T23:00")));
        assertFalse(window.covers(at("2026-11-17T23:00")), "not before it was made");
    }

    @Test
    void dailyKeepsItsHourWhenTheClocksChange() {
        var window = window("2026-03-27T03:00", "2026-03-27T04:00", Repeat.DAILY);

        assertTrue(window.covers(at("2026-03-28T03:30")));
        assertTrue(window.covers(at("2026-03-30T03:30")), "after the clocks went forward");
        assertFalse(window.covers(at("2026-03-30T04:30")));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThrows(IllegalArgumentException.class,
                () -> window("2026-11-24T22:00", "2026-11-24T22:00", Repeat.ONCE));
        assertThrows(IllegalArgumentException.class,
                () -> window("2026-11-24T22:00", "2026-11-26T22:00", Repeat.DAILY));
        assertThrows(IllegalArgumentException.class,
                () -> window("2026-11-24T22:00", "2026-12-24T22:00", Repeat.ONCE));
    }

    private static MaintenanceWindow window(String starts, String until, Repeat repeats) {
        return new MaintenanceWindow("w", Optional.empty(), "new disks", at(starts), at(until), repeats, BERLIN, "ana",
                at(starts));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
    }
}
