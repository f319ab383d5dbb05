package io.flotilla.deployer.command.stacks;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.status.StatusJson;
import io.flotilla.deployer.status.StatusReader;
import io.flotilla.deployer.status.StatusText;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "status", description = "Shows what runs in an environment, and what would be newer.")
public final class StatusCommand implements Callable<Integer> {
    private static final int SECONDS = 10;

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Option(names = "--watch", description = "Show it again every " + SECONDS + " seconds, until interrupted.")
    boolean watch;
    @Option(names = "--json", description = "Print it as JSON.")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        var view = environment.view(fleet);
        try (var platform = Refusal.explained(() -> Platforms.open(view, fleet.file()))) {
            var reader = new StatusReader(view, platform, InstantSource.system());
            print(reader);
            while (watch) {
                TimeUnit.SECONDS.sleep(SECONDS);
                print(reader);
            }
        }
        return ExitCode.DONE;
    }

    private void print(StatusReader reader) {
        var status = Refusal.explained(reader::read);
        var out = spec.commandLine().getOut();
        if (watch && !json && System.console() != null) {
            // Clears the screen and goes to its first line.
            out.print("\033[2J\033[H");
        }
        out.print(json ? StatusJson.of(status) + "\n" : StatusText.of(status));
        out.flush();
    }
}
