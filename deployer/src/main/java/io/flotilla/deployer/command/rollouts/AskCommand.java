package io.flotilla.deployer.command.rollouts;

import java.util.List;
import java.util.concurrent.Callable;

import io.flotilla.deployer.command.stacks.EnvironmentOption;
import io.flotilla.deployer.command.stacks.Refusal;
import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.journal.Requests.Kind;
import io.flotilla.deployer.release.Person;
import io.flotilla.deployer.release.Release;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks something of the rollout that is under way, wherever it runs; it answers within seconds. */
public abstract class AskCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Parameters(index = "1", paramLabel = "APP", description = "The app.")
    String name;

    private final Kind kind;
    private final String said;

    AskCommand(Kind kind, String said) {
        this.kind = kind;
        this.said = said;
    }

    /** Lets it go back. */
    @Command(name = "abort", description = "Lets the rollout of an app that is under way go back.")
    public static final class Abort extends AskCommand {
        public Abort() {
            super(Kind.ABORT, "rollout %s of %s is asked to go back");
        }
    }

    /** Lets it go on. */
    @Command(name = "approve", description = "Says that the app looks good, to its rollout that waits for that.")
    public static final class Approve extends AskCommand {
        public Approve() {
            super(Kind.APPROVE, "rollout %s of %s is approved");
        }
    }

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        environment.named(view, List.of(name));
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                var asked = new Release(view, view.app(name).orElseThrow(), platform, Person.here()).ask(kind);
                spec.commandLine().getOut().println(said.formatted(asked.id(), name));
                return ExitCode.DONE;
            }
        });
    }
}
