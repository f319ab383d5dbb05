package io.flotilla.deployer.command.rollouts;

import java.util.List;
import java.util.concurrent.Callable;

import io.flotilla.deployer.command.stacks.EnvironmentOption;
import io.flotilla.deployer.command.stacks.Refusal;
import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.release.Release;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "resume", description = "Goes on with a rollout that lost its process, from its journal, on any machine.")
public final class ResumeCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Parameters(index = "1", paramLabel = "APP", description = "The app.")
    String name;
    @Option(names = "--json", description = "Print the outcome as JSON.")
    boolean json;

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        environment.named(view, List.of(name));
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                return new Crew(spec, view, platform, json).run(List.of(view.app(name).orElseThrow()), 1, false,
                        Release::resume);
            }
        });
    }
}
