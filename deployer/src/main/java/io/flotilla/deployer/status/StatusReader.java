package io.flotilla.deployer.status;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.parallel.InParallel;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Targets.State;
import io.flotilla.deployer.platform.stack.Newest;
import io.flotilla.deployer.platform.stack.Running;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.platform.stack.Stack.Condition;
import io.flotilla.deployer.status.Status.AppStatus;

/** Reads what runs in an environment. */
public final class StatusReader {
    private static final int AT_A_TIME = 8;

    private final EnvironmentView view;
    private final Platform platform;
    private final InstantSource clock;

    public StatusReader(EnvironmentView view, Platform platform, InstantSource clock) {
        this.view = view;
        this.platform = platform;
        this.clock = clock;
    }

    /** @throws PlatformFailure if not even the stacks can be read */
    public Status read() {
        try (var parallel = new InParallel(AT_A_TIME)) {
            var stacks = parallel.start(platform.stacks()::present);
            var running = parallel.start(platform.sources()::running);
            var newest = parallel.start(() -> platform.sources().newest(view.apps()));
            var byApp = InParallel.result(running).stream().collect(Collectors.groupingBy(Running::app));
            var present = InParallel.result(stacks).stream().collect(Collectors.toMap(Stack::app, stack -> stack));
            var found = InParallel.result(newest);
            var names = new ArrayList<>(view.apps().stream().map(App::name).toList());
            present.keySet().stream().flatMap(Optional::stream).filter(name -> !names.contains(name)).sorted()
                    .forEach(names::add);
            return new Status(view.catalogue().fleet(), view.environment().name(), clock.instant(),
                    Optional.ofNullable(present.get(Optional.<String>empty())),
                    parallel.map(names, name -> app(name, present, byApp, found)));
        }
    }

    private AppStatus app(String name, Map<Optional<String>, Stack> stacks, Map<String, List<Running>> running,
            Map<String, Newest> newest) {
        var stack = Optional.ofNullable(stacks.get(Optional.of(name)));
        return new AppStatus(name, stack, running.getOrDefault(name, List.of()),
                newest.getOrDefault(name, Newest.missing("it has left the catalogue")),
                stack.filter(there -> there.condition() == Condition.SETTLED).flatMap(there -> targets(name)));
    }

    private Optional<Status.Targets> targets(String name) {
        try {
            return view.app(name).map(app -> platform.ports(app).targets().health())
                    .map(targets -> new Status.Targets((int) targets.stream()
                            .filter(target -> target.state() == State.HEALTHY).count(), targets.size()));
        } catch (PlatformFailure unknown) {
            return Optional.empty();
        }
    }
}
