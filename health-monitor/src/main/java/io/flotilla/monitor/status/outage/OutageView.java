package io.flotilla.monitor.status.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.flotilla.monitor.outage.Outage;

/**
 * One outage's page.
 *
 * @param heldBy  why nobody was mailed, in words
 * @param under   outages that are no news while this one lasts, of apps that the viewer may see
 * @param mayAct  whether the viewer may acknowledge it
 * @param watched whether the app is still in the catalogue
 */
public record OutageView(Outage outage, Instant now, Optional<String> heldBy, List<Outage> under, boolean mayAct,
        boolean watched) {

    public String heading() {
        return "Outage of " + outage.title();
    }
}
