package io.flotilla.deployer.command;

import java.util.concurrent.Callable;

import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "console", description = "Serves the web console until it is interrupted.")
final class ConsoleCommand implements Callable<Integer> {
    @Mixin
    FleetOption fleet;
    @Option(names = "--port", paramLabel = "PORT", description = "The port to listen on (default: 8080).")
    Integer port;

    @Override
    public Integer call() {
        // Settings of Quarkus, which reads them when it boots: this is the only command that boots it.
        fleet.given().ifPresent(file -> System.setProperty("flotilla.console.catalogue",
                file.toAbsolutePath().toString()));
        if (port != null) {
            System.setProperty("quarkus.http.port", Integer.toString(port));
        }
        Quarkus.run();
        return ExitCode.DONE;
    }
}
