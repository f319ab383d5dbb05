package io.flotilla.deployer.command;

import io.flotilla.deployer.command.rollouts.AskCommand;
import io.flotilla.deployer.command.rollouts.DeployCommand;
import io.flotilla.deployer.command.rollouts.HistoryCommand;
import io.flotilla.deployer.command.rollouts.ResumeCommand;
import io.flotilla.deployer.command.rollouts.RollbackCommand;
import io.flotilla.deployer.command.rollouts.RolloutCommand;
import io.flotilla.deployer.command.stacks.ApplyCommand;
import io.flotilla.deployer.command.stacks.DestroyCommand;
import io.flotilla.deployer.command.stacks.DoctorCommand;
import io.flotilla.deployer.command.stacks.PlanCommand;
import io.flotilla.deployer.command.stacks.PublishCommand;
import io.flotilla.deployer.command.stacks.StatusCommand;
import io.flotilla.deployer.terminal.Version;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line's root; alone it prints its help. One class per command, each listed here. {@link TopCommand} is for
 * the native binary, whose Picocli extension will not start without one.
 */
@TopCommand
// @formatter:off
@Command(name = "deployer", description = "Turns a fleet's catalogue, fleet.yaml, into what runs.",
        mixinStandardHelpOptions = true, versionProvider = Version.class, scope = ScopeType.INHERIT,
        subcommands = {
                CheckCommand.class,
                TemplateCommand.class,
                PlanCommand.class,
                ApplyCommand.class,
                DeployCommand.class,
                RolloutCommand.class,
                ResumeCommand.class,
                RollbackCommand.class,
                AskCommand.Abort.class,
                AskCommand.Approve.class,
                HistoryCommand.class,
                StatusCommand.class,
                DestroyCommand.class,
                PublishCommand.class,
                DoctorCommand.class,
                IamPolicyCommand.class,
                PostCommand.class,
                ConsoleCommand.class,
                DemoCommand.class,
                NewCommand.class,
                ImportCommand.class,
                GenerateCompletion.class,
                HelpCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
                "0:done",
                "1:failed; the message says why",
                "2:the command line is wrong",
                "3:the catalogue has mistakes",
        })
// @formatter:on
public final class DeployerCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
