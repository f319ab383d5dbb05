package io.flotilla.deployer.scaffold.dashboard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.Environment;
import io.flotilla.base.catalogue.Environment.Platform;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.deployer.scaffold.fleet.FleetEntry.Berth;
import io.flotilla.deployer.terminal.Failure;

/** A new app's berths: the next free priority of each environment, and the machines that its neighbours have. */
final class Berths {
    private static final String SMALLEST = "t4g.nano";

    private final Catalogue catalogue;
    private final Wish wish;

    Berths(Catalogue catalogue, Wish wish) {
        this.catalogue = catalogue;
        this.wish = wish;
    }

    /**
     * @param  missing what the catalogue's reader missed in berths that say nothing of it, such as {@code dev.ami}
     * @throws Failure if an environment has no priority left, or nobody knows which image to use
     */
    Map<EnvironmentName, Berth> all(Set<String> missing) {
        var berths = new EnumMap<EnvironmentName, Berth>(EnvironmentName.class);
        catalogue.environments().forEach((name, environment) -> berths.put(name,
                environment.platform() == Platform.AWS
                        ? onAws(environment, missing)
                        : new Berth(OptionalInt.empty(), Optional.empty(), Optional.empty())));
        return berths;
    }

    private Berth onAws(Environment environment, Set<String> missing) {
        var name = environment.name().key();
        return new Berth(OptionalInt.of(freePriority(environment)),
                missing.contains(name + ".instance")
                        ? wish.instance().or(() -> Optional.of(SMALLEST))
                        : wish.instance(),
                missing.contains(name + ".ami")
                        ? wish.ami().or(() -> Optional.of(usualImage(environment)))
                        : wish.ami());
    }

    private int freePriority(Environment environment) {
        var taken = neighbours(environment).flatMapToInt(berth -> berth.priority().stream()).boxed()
                .collect(Collectors.toSet());
        var range = environment.priorities().orElseThrow();
        return IntStream.rangeClosed(range.first(), range.last()).filter(number -> !taken.contains(number)).findFirst()
                .orElseThrow(() -> new Failure(
                        "environments.%s.priorities: none of %d-%d is free; widen the range, or remove an app"
                                .formatted(environment.name().key(), range.first(), range.last())));
    }

    /** That of most of the environment's Java apps. */
    private String usualImage(Environment environment) {
        return catalogue.apps().values().stream()
                .filter(app -> app.runtime() == App.Runtime.JVM || app.runtime() == App.Runtime.NATIVE)
                .flatMap(app -> Stream.ofNullable(app.berths().get(environment.name())))
                .flatMap(berth -> berth.ami().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new Failure(
                        "no Java app of %s says which image to use; add --ami, or give the environment a default: app: { ami: … }"
                                .formatted(environment.name().key())));
    }

    private Stream<App.Berth> neighbours(Environment environment) {
        return catalogue.apps().values().stream()
                .flatMap(app -> Stream.ofNullable(app.berths().get(environment.name())));
    }
}
