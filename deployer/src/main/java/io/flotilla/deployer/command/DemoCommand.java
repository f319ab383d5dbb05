package io.flotilla.deployer.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

import io.flotilla.deployer.local.demo.Demo;
import io.flotilla.deployer.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "demo", description = {
        "Runs the fleet of environment local on this machine, behind one address, until it is ended."})
final class DemoCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;
    @Option(names = {"-f",
            "--fleet"}, paramLabel = "FILE", defaultValue = "deployer/demo/fleet.yaml", description = "The catalogue (default: ${DEFAULT-VALUE}).")
    Path fleet;
    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0", description = "The one address's port (default: 0, the catalogue's).")
    int port;
    @Option(names = "--state", paramLabel = "DIR", defaultValue = "deployer/target/demo", description = "Where logs, databases and keys are kept (default: ${DEFAULT-VALUE}).")
    Path state;
    @Option(names = "--identity", paramLabel = "JAR", defaultValue = "app-base/target/quarkus-app/quarkus-run.jar", description = "app-base's program, which is the local sign-in (default: ${DEFAULT-VALUE}).")
    Path identity;
    @Option(names = "--limit", paramLabel = "SECONDS", defaultValue = "120", description = "How long an app may take to become ready (default: ${DEFAULT-VALUE}).")
    int limit;
    @Option(names = "--away", paramLabel = "SECONDS", defaultValue = "60", description = "How long an app that has ended stays away before it is started again (default: ${DEFAULT-VALUE}).")
    int away;
    @Option(names = "--drain", paramLabel = "SECONDS", defaultValue = "10", description = "How long an instance that is replaced has to finish its requests (default: ${DEFAULT-VALUE}).")
    int drain;
    @Option(names = "--with-parent", description = "End with the process that started this one.")
    boolean withParent;

    @Override
    public Integer call() {
        var terminal = spec.commandLine().getOut();
        var order = new Demo.Order(fleet, port == 0 ? OptionalInt.empty() : OptionalInt.of(port), state, identity,
                Duration.ofSeconds(limit), Duration.ofSeconds(away), Duration.ofSeconds(drain));
        var demo = new Demo(order, line -> {
            terminal.println(line);
            terminal.flush();
        });
        // Ctrl-C, SIGTERM and a failure all end here.
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "end of the fleet"));
        if (withParent) {
            ProcessHandle.current().parent()
                    .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(ExitCode.DONE)));
        }
        try {
            demo.run();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }
}
