package io.flotilla.deployer.command.stacks;

import java.util.concurrent.Callable;

import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.platform.Finding;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "doctor", description = DoctorCommand.DESCRIPTION)
public final class DoctorCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Looks whether all is there that an environment needs: credentials, account, network, "
            + "images, noticeboard, git. Changes nothing.";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                var findings = platform.examine();
                findings.forEach(finding -> spec.commandLine().getOut().println(line(finding)));
                return findings.stream().allMatch(Finding::isFine) ? ExitCode.DONE : ExitCode.FAILED;
            }
        });
    }

    private static String line(Finding finding) {
        return "%-5s %s: %s".formatted(finding.isFine() ? "fine" : "wrong", finding.what(), finding.detail());
    }
}
