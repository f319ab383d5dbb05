package io.flotilla.deployer.command.stacks;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.apply.Application;
import io.flotilla.deployer.apply.Outcome;
import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.plan.Holders;
import io.flotilla.deployer.plan.Plan;
import io.flotilla.deployer.plan.PlanText;
import io.flotilla.deployer.plan.Planner;
import io.flotilla.deployer.plan.Selection;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.FleetOption;
import io.flotilla.deployer.terminal.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "apply", description = ApplyCommand.DESCRIPTION)
public final class ApplyCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Brings an environment's stacks to what the catalogue says: shows the plan, asks, "
            + "and does what was shown. Instances that run keep running: only a rollout replaces them.";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Mixin
    Confirmation confirmation;
    @Parameters(index = "1..*", paramLabel = "APP", description = "An app of the environment; without any, all.")
    List<String> apps = new ArrayList<>();
    @Option(names = "--recreate", description = "Remove the apps' stacks first; they do not answer in between.")
    boolean recreate;
    @Option(names = "--prune", description = "Remove the stacks of apps that have left the catalogue.")
    boolean prune;
    @Option(names = "--at-a-time", paramLabel = "N", description = "Stacks that are changed at the same time (default: 5).")
    int atATime = 5;

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        var selection = new Selection(environment.named(view, apps), recreate, prune);
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                return apply(view, platform, selection);
            }
        });
    }

    private int apply(EnvironmentView view, Platform platform, Selection selection) {
        var planner = new Planner(view, platform.stacks(), platform.sources(),
                new Holders(platform.noticeboard(), InstantSource.system()), platform.signIn());
        var plan = planner.plan(selection);
        spec.commandLine().getOut().print(PlanText.of(plan));
        spec.commandLine().getOut().flush();
        try {
            if (!plan.survey().objections().isEmpty()) {
                throw new Failure("nothing was done; mend what is marked by ! first");
            } else if (plan.isNothing()) {
                return plan.isBlocked() ? ExitCode.FAILED : ExitCode.DONE;
            }
            confirm(view, plan);
        } catch (Failure refused) {
            planner.discard(plan);
            throw refused;
        }
        return execute(platform, plan);
    }

    private void confirm(EnvironmentView view, Plan plan) {
        if (recreate || prune) {
            confirmation.askForName("This removes stacks, and what is in them.", view.catalogue().fleet());
        } else {
            confirmation.ask("Apply this to %s?".formatted(environment.name.key()));
        }
    }

    private int execute(Platform platform, Plan plan) {
        var lines = new Lines(spec.commandLine().getErr(), System.console() == null, InstantSource.system());
        var report = new Application(platform, fleet.file().getFileName().toString(), text(), Person.here())
                .carryOut(plan, lines, atATime);
        report.outcomes().forEach(this::print);
        report.troubles().forEach(trouble -> spec.commandLine().getErr().println("failed   " + trouble));
        spec.commandLine().getOut().println((report.isWhole() ? "applied in" : "not all was applied, in")
                + lines.passed());
        return report.isWhole() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void print(Outcome outcome) {
        switch (outcome.state()) {
            case DONE -> spec.commandLine().getOut().println("done     " + outcome.plan().subject());
            case SKIPPED -> spec.commandLine().getErr()
                    .println("skipped  %s: %s".formatted(outcome.plan().subject(), outcome.detail()));
            case FAILED -> spec.commandLine().getErr()
                    .println("failed   %s: %s".formatted(outcome.plan().subject(), outcome.detail()));
        }
    }

    private String text() {
        try {
            return Files.readString(fleet.file());
        } catch (IOException unreadable) {
            throw new Failure("cannot read %s".formatted(fleet.file()), unreadable);
        }
    }
}
