package io.flotilla.base.sample.breakable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class BreakableHealthTest {
    @Test
    void aRevisionThatIsBrokenFromTheStartIsNeverUp() {
        assertEquals(Status.DOWN, new BreakableHealth(new Breakable(Mood.FAILING)).call().getStatus());
    }

    @Test
    void itIsUpAgainOnceItIsTold() {
        var breakable = new Breakable(Mood.WELL);
        var health = new BreakableHealth(breakable);
        assertEquals(Status.UP, health.call().getStatus());
        breakable.become(Mood.FAILING);
        assertEquals(Status.DOWN, health.call().getStatus());
        breakable.become(Mood.WELL);
        assertEquals(Status.UP, health.call().getStatus());
    }
}
