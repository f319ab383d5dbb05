package io.flotilla.deployer.journal;

import java.time.Instant;

/**
 * Who holds an app's lock.
 *
 * @param name  the person, as {@code name@host} or an e-mail address
 * @param host  the machine and process that does the work, such as {@code laptop (4711)}
 * @param since when it was taken
 * @param until when others may take it over; put off with every write
 * @param token tells two runs of the same person on the same machine apart
 */
public record Holder(String name, String host, Instant since, Instant until, String token) {

    public boolean hasExpired(Instant now) {
        return !now.isBefore(until);
    }

    Holder until(Instant later) {
        return new Holder(name, host, since, later, token);
    }
}
