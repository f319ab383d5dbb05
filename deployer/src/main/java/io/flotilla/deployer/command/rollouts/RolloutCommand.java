package io.flotilla.deployer.command.rollouts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.command.stacks.EnvironmentOption;
import io.flotilla.deployer.command.stacks.Refusal;
import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "rollout", description = RolloutCommand.DESCRIPTION)
public final class RolloutCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Replaces the instances of apps by new ones of what was applied last, without "
            + "losing a request. What fails is rolled back, and the exit code is 1.";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Mixin
    RolloutOptions options;
    @Parameters(index = "1..*", paramLabel = "APP", description = "An app of the environment.")
    List<String> names = new ArrayList<>();
    @Option(names = "--stale", description = "All apps that run something older than what was applied.")
    boolean stale;
    @Option(names = "--all", description = "All apps; those that are not stale are only verified.")
    boolean all;

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        var named = environment.named(view, names);
        if ((named.isEmpty() ? 0 : 1) + (stale ? 1 : 0) + (all ? 1 : 0) != 1) {
            throw new ParameterException(spec.commandLine(), "name apps, or say --stale or --all");
        }
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                var crew = new Crew(spec, view, platform, options.json);
                var apps = apps(view, named, crew);
                if (apps.isEmpty()) {
                    spec.commandLine().getErr().println("every app runs what was applied last");
                    return ExitCode.DONE;
                }
                return crew.run(apps, options.atATime, options.keepGoing,
                        (release, listener) -> release.forward(options.wishes(), listener));
            }
        });
    }

    private List<App> apps(EnvironmentView view, java.util.Set<String> named, Crew crew) {
        return view.apps().stream().filter(app -> all || named.contains(app.name())
                || stale && crew.release(app).isStale()).toList();
    }
}
