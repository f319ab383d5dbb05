package io.flotilla.deployer.command.rollouts;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.command.stacks.EnvironmentOption;
import io.flotilla.deployer.command.stacks.Refusal;
import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "rollback", description = RollbackCommand.DESCRIPTION)
public final class RollbackCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Goes back: a rollout that was left in the middle is undone; after one that is done, "
            + "the revision before it is rolled out.";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Mixin
    RolloutOptions options;
    @Parameters(index = "1", paramLabel = "APP", description = "The app.")
    String name;
    @Option(names = "--to", paramLabel = "REVISION", description = "The revision to roll out; its first digits are enough.")
    String revision;

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        environment.named(view, List.of(name));
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                var crew = new Crew(spec, view, platform, options.json);
                var app = view.app(name).orElseThrow();
                var release = crew.release(app);
                if (!release.isUnfinished()) {
                    return crew.run(List.of(app), 1, false,
                            (one, listener) -> one.back(Optional.ofNullable(revision), options.wishes(), listener));
                }
                crew.run(List.of(app), 1, false, io.flotilla.deployer.release.Release::rollBack);
                // Here, back is where one wanted to go.
                return release.page().rollout().filter(last -> last.state() == State.ROLLED_BACK).isPresent()
                        ? ExitCode.DONE
                        : ExitCode.FAILED;
            }
        });
    }
}
