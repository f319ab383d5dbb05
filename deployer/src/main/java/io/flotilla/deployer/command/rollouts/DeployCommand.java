package io.flotilla.deployer.command.rollouts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.flotilla.deployer.command.stacks.EnvironmentOption;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "deploy", description = DeployCommand.DESCRIPTION)
public final class DeployCommand implements Callable<Integer> {
    static final String DESCRIPTION = "The command of a release day: applies the catalogue (apply), then rolls out "
            + "what is stale (rollout --stale).";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Option(names = {"-y", "--yes"}, description = "Do not ask before the plan is applied.")
    boolean yes;

    @Override
    public Integer call() {
        var applied = command("apply", yes ? List.of("--yes") : List.of());
        return applied == ExitCode.DONE ? command("rollout", List.of("--stale")) : applied;
    }

    private int command(String name, List<String> more) {
        var words = new ArrayList<>(List.of(name, environment.name.key(), "--fleet", fleet.file().toString()));
        words.addAll(more);
        return spec.parent().commandLine().execute(words.toArray(String[]::new));
    }
}
