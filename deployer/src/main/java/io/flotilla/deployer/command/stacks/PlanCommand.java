package io.flotilla.deployer.command.stacks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.plan.Holders;
import io.flotilla.deployer.plan.PlanJson;
import io.flotilla.deployer.plan.PlanText;
import io.flotilla.deployer.plan.Planner;
import io.flotilla.deployer.plan.Selection;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "plan", description = PlanCommand.DESCRIPTION)
public final class PlanCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Shows what apply would do to an environment, and does nothing. Fails if something "
            + "stands in the way.";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Parameters(index = "1..*", paramLabel = "APP", description = "An app of the environment; without any, all.")
    List<String> apps = new ArrayList<>();
    @Option(names = "--json", description = "Print the plan as JSON.")
    boolean json;

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        var selection = new Selection(environment.named(view, apps), false, false);
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                var planner = new Planner(view, platform.stacks(), platform.sources(),
                        new Holders(platform.noticeboard(), InstantSource.system()), platform.signIn());
                var plan = planner.plan(selection);
                planner.discard(plan);
                spec.commandLine().getOut().print(json ? PlanJson.of(plan).toPrettyString() + "\n" : PlanText.of(plan));
                spec.commandLine().getOut().flush();
                return plan.isBlocked() ? ExitCode.FAILED : ExitCode.DONE;
            }
        });
    }
}
