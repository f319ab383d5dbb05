package io.flotilla.deployer.local.targets;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.flotilla.deployer.platform.Targets;
import io.flotilla.deployer.platform.Targets.State;

/**
 * The targets of one app and what they are worth now, by an Application Load Balancer's rules: one good check makes a new
 * target healthy, thresholds govern what comes after, requests go to the healthy ones in turn, and to the unhealthy ones if
 * there are no others (it fails open). A deregistered target drains for its whole delay; here it stays a little longer if a
 * request still runs.
 */
public final class TargetGroup {
    /** A transfer that outlasts the drain by more than this is cut. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<String, Backend> backends = new LinkedHashMap<>();
    private volatile HealthPolicy policy;
    private int turn;

    public TargetGroup(HealthPolicy policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
    }

    public HealthPolicy policy() {
        return policy;
    }

    /** From now on targets are judged so. */
    public void judgeBy(HealthPolicy next) {
        policy = next;
    }

    /** A target that is registered already stays as it is; one that drains is taken back, and needs one good check. */
    public synchronized void register(String id, int port) {
        backends.computeIfAbsent(id, unknown -> new Backend(id, port, clock.instant())).register(clock.instant());
    }

    /** No new requests; it stays listed while it drains. */
    public synchronized void deregister(String id) {
        Optional.ofNullable(backends.get(id)).ifPresent(backend -> backend.drain(clock.instant()));
    }

    /** Its process is gone, and nothing is left to be drained. */
    public synchronized void remove(String id) {
        backends.remove(id);
    }

    /** Whether it is registered or still drains. */
    public synchronized boolean has(String id) {
        expire(clock.instant());
        return backends.containsKey(id);
    }

    /** All that are registered, and those that still drain. */
    public synchronized List<Targets.Target> health() {
        expire(clock.instant());
        return backends.values().stream().map(Backend::seen).toList();
    }

    /** Since when a target has been in this state; empty if it is in another, or no target. */
    public synchronized Optional<Instant> since(String id, State state) {
        return Optional.ofNullable(backends.get(id)).filter(backend -> backend.state() == state).map(Backend::since);
    }

    /** Whether anything but a draining target is there. */
    public synchronized boolean isEmpty() {
        return backends.values().stream().allMatch(backend -> backend.state() == State.DRAINING);
    }

    /**
     * The target whose turn it is; empty if there is none that may be asked.
     *
     * @param but those that were tried in vain
     */
    public synchronized Optional<Lease> next(Set<String> but) {
        var choice = in(State.HEALTHY, but);
        if (choice.isEmpty()) {
            choice = in(State.UNHEALTHY, but);
        }
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        var backend = choice.get(Math.floorMod(turn++, choice.size()));
        backend.busy++;
        return Optional.of(new Lease(backend.id, backend.port, () -> giveBack(backend)));
    }

    private List<Backend> in(State state, Set<String> but) {
        return backends.values().stream().filter(backend -> backend.state() == state && !but.contains(backend.id))
                .toList();
    }

    private synchronized void giveBack(Backend backend) {
        backend.busy--;
    }

    /** What is to be checked now, each by its id; a target is asked for again only after {@link #checked}. */
    synchronized Map<String, Integer> due() {
        var now = clock.instant();
        expire(now);
        var due = new LinkedHashMap<String, Integer>();
        for (var backend : backends.values()) {
            if (backend.state() != State.DRAINING && !now.isBefore(backend.due)) {
                backend.due = Instant.MAX;
                due.put(backend.id, backend.port);
            }
        }
        return due;
    }

    private void expire(Instant now) {
        backends.values().removeIf(backend -> backend.state() == State.DRAINING
                && !now.isBefore(backend.since().plus(policy.drain()))
                && (backend.busy == 0 || now.isAfter(backend.since().plus(policy.drain()).plus(PATIENCE))));
    }

    synchronized void checked(String id, CheckResult result) {
        var now = clock.instant();
        Optional.ofNullable(backends.get(id)).ifPresent(backend -> {
            backend.checked(result, policy, now);
            // Until it is known what it is worth, it is asked more often.
            backend.due = now.plus(
                    backend.state() == State.INITIAL ? policy.every().dividedBy(4) : policy.every());
        });
    }
}
