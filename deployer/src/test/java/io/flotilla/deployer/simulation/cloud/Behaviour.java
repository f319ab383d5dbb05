package io.flotilla.deployer.simulation.cloud;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How this world is.
 *
 * @param bad         whether a version's instances answer badly
 * @param slowest     the longest that a program takes to answer, in seconds
 * @param lag         how old a look may be, in seconds
 * @param policy      the termination policy: {@code oldest} template first (AWS's default when zones are even),
 *                    {@code newest} instance first, or {@code zone}, the fuller zone first
 */
public record Behaviour(Predicate<String> bad, int slowest, int lag, String policy) {

    /** [ASG] "Termination policies": who goes when there are more than desired. */
    Machine victim(List<Machine> machines) {
        Comparator<Machine> order = switch (policy) {
            case "newest" -> Comparator.comparingLong(machine -> -machine.launchedAt);
            case "zone" -> Comparator.comparingLong(machine -> -machines.stream().filter(Machine::isAlive)
                    .filter(other -> other.zone == machine.zone).count());
            default -> Comparator.comparingInt(machine -> Integer.parseInt(machine.version));
        };
        return machines.stream().filter(Machine::isAlive).min(order.thenComparing(machine -> machine.id)).orElseThrow();
    }
}
