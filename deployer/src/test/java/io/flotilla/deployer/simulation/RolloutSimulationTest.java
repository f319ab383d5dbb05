package io.flotilla.deployer.simulation;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/**
 * Rollouts through thousands of worlds in which things go wrong, in virtual time:
 * {@code ./mvnw -pl deployer test -Dtest=RolloutSimulationTest -Dseeds=100000 -Dseed.start=1}. A seed that fails prints its whole
 * story; {@code -Dseeds=1 -Dseed.start=SEED} plays it again.
 */
class RolloutSimulationTest {
    private static final int SEEDS = Integer.getInteger("seeds", 10_000);
    private static final long START = Long.getLong("seed.start", 1);

    @Test
    void everyRolloutIsSafeInEveryWorld() {
        for (long seed = START; seed < START + SEEDS; seed++) {
            var failure = new Simulation(Drama.of(seed), Mutation.NONE).failure();
            if (failure.isPresent()) {
                fail(failure.get() + "\nplay it again: ./mvnw -pl deployer test -Dtest=RolloutSimulationTest -Dseeds=1 "
                        + "-Dseed.start=" + seed);
            }
        }
    }
}
