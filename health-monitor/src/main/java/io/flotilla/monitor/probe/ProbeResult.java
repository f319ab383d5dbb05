package io.flotilla.monitor.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one check saw. It is an observation: whether the app counts as down is the judge's to say.
 *
 * @param at      when the check began
 * @param latency how long it took
 * @param status  the status of the last answer, if one came
 * @param fault   why it is not good; empty if it is
 * @param seen    what was seen, in words for a person: {@code 200 OK in 43 ms}
 * @param expires when the certificate that the server showed runs out; empty if it showed none that is valid
 */
public record ProbeResult(Instant at, Duration latency, OptionalInt status, Optional<Fault> fault, String seen,
        Optional<Instant> expires) {

    public ProbeResult(Instant at, Duration latency, OptionalInt status, Optional<Fault> fault, String seen) {
        this(at, latency, status, fault, seen, Optional.empty());
    }

    public boolean good() {
        return fault.isEmpty();
    }
}
