package io.flotilla.deployer.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import io.flotilla.deployer.journal.Terms;
import io.flotilla.deployer.platform.ScalingProcess;

/**
 * What a seed stands for: how the world is, and what will go wrong in it.
 *
 * @param first    there is no old generation
 * @param broken   the new version never answers its checks well
 * @param wrong    the new version passes its checks, but the app answers badly at the front
 * @param troubles what happens when
 */
record Drama(long seed, int capacity, boolean first, Set<ScalingProcess> suspended, int slowest, int lag, String policy,
        boolean broken, boolean wrong, Terms terms, boolean contentHook, double errors, int crashes, boolean stalls,
        int refusals, List<Trouble> troubles, long droughtFrom, long droughtUntil) {

    /** Something that happens at a time, in seconds. */
    record Trouble(long at, Kind kind, int seconds) {}

    enum Kind {
        KILL, FLAP, END_BY_HAND, ABORT, APPROVE
    }

    static Drama of(long seed) {
        var random = new Random(seed * 0x9E3779B97F4A7C15L);
        var suspended = EnumSet.noneOf(ScalingProcess.class);
        if (random.nextInt(5) == 0) {
            suspended.add(ScalingProcess.ALARM_NOTIFICATION);
        }
        if (random.nextInt(8) == 0) {
            suspended.add(ScalingProcess.HEALTH_CHECK);
        }
        if (random.nextInt(8) == 0) {
            suspended.add(ScalingProcess.AZ_REBALANCE);
        }
        var hook = random.nextInt(8) == 0 ? Optional.of("./smoke-test") : Optional.<String>empty();
        var approval = random.nextInt(6) == 0 ? Optional.of(Duration.ofMinutes(5)) : Optional.<Duration>empty();
        var terms = new Terms(Duration.ofMinutes(15), "https://example.com/app/", "/app/", 200, 399,
                1 + random.nextInt(4), Duration.ofSeconds(random.nextInt(60)), hook, approval);
        var troubles = new ArrayList<Trouble>();
        if (approval.isPresent() && random.nextInt(3) > 0) {
            troubles.add(new Trouble(random.nextInt(600), Kind.APPROVE, 0));
        }
        if (random.nextInt(6) == 0) {
            troubles.add(new Trouble(random.nextInt(500), Kind.ABORT, 0));
        }
        boolean faulty = random.nextInt(10) < 7;
        for (int i = faulty ? random.nextInt(4) : 0; i > 0; i--) {
            troubles.add(new Trouble(random.nextInt(700), Kind.FLAP, 20 + random.nextInt(90)));
        }
        for (int i = faulty ? random.nextInt(3) : 0; i > 0; i--) {
            troubles.add(new Trouble(random.nextInt(700), Kind.KILL, 0));
        }
        if (faulty && random.nextInt(6) == 0) {
            troubles.add(new Trouble(random.nextInt(700), Kind.END_BY_HAND, 0));
        }
        troubles.sort(java.util.Comparator.comparingLong(Trouble::at));
        long drought = faulty && random.nextInt(10) == 0 ? random.nextInt(400) : Long.MAX_VALUE;
        return new Drama(seed, 1 + random.nextInt(3), random.nextInt(25) == 0, suspended, random.nextInt(120),
                random.nextInt(12),
                List.of("oldest", "newest", "zone").get(random.nextInt(3)), random.nextInt(5) == 0,
                random.nextInt(10) == 0, terms, random.nextInt(3) > 0,
                random.nextBoolean() ? 0 : random.nextDouble() * 0.12, random.nextInt(3) * random.nextInt(2),
                random.nextInt(12) == 0, random.nextInt(8) == 0 ? 1 : 0, List.copyOf(troubles), drought,
                drought == Long.MAX_VALUE ? Long.MAX_VALUE : drought + 200 + random.nextInt(1200));
    }

    /** Two instances, and nothing goes wrong. */
    static Drama quiet() {
        return new Drama(1, 2, false, Set.of(), 30, 0, "oldest", false, false,
                terms(Optional.empty(), Optional.empty()),
                true, 0, 0, false, 0, List.of(), Long.MAX_VALUE, Long.MAX_VALUE);
    }

    static Terms terms(Optional<String> hook, Optional<Duration> approval) {
        return new Terms(Duration.ofMinutes(15), "https://example.com/app/", "/app/", 200, 399, 3,
                Duration.ofSeconds(30), hook, approval);
    }

    Drama asFirst() {
        return new Drama(seed, capacity, true, suspended, slowest, lag, policy, broken, wrong, terms, contentHook,
                errors,
                crashes, stalls, refusals, troubles, droughtFrom, droughtUntil);
    }

    Drama broken(boolean atItsChecks, boolean atTheFront) {
        return new Drama(seed, capacity, first, suspended, slowest, lag, policy, atItsChecks, atTheFront, terms,
                contentHook, errors, crashes, stalls, refusals, troubles, droughtFrom, droughtUntil);
    }

    Drama under(Terms others, boolean content) {
        return new Drama(seed, capacity, first, suspended, slowest, lag, policy, broken, wrong, others, content, errors,
                crashes, stalls, refusals, troubles, droughtFrom, droughtUntil);
    }

    Drama with(Trouble... some) {
        return new Drama(seed, capacity, first, suspended, slowest, lag, policy, broken, wrong, terms, contentHook,
                errors,
                crashes, stalls, refusals, List.of(some), droughtFrom, droughtUntil);
    }
}
