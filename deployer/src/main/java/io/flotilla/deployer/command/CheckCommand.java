package io.flotilla.deployer.command;

import java.util.concurrent.Callable;

import io.flotilla.base.catalogue.Reading;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "check", description = "Reads the catalogue and reports every mistake in it.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Option(names = "--json", description = "Print the result as JSON, on standard output, whatever it is.")
    boolean json;

    @Override
    public Integer call() {
        var reading = fleet.read();
        if (json) {
            spec.commandLine().getOut().println(CheckReport.json(fleet.file(), reading));
        } else if (reading instanceof Reading.Invalid invalid) {
            throw new FleetOption.InvalidCatalogue(invalid.problems());
        } else if (reading instanceof Reading.Valid valid) {
            spec.commandLine().getOut().println(CheckReport.text(fleet.file(), valid.catalogue()));
        }
        return reading instanceof Reading.Valid ? ExitCode.DONE : ExitCode.MISTAKES;
    }
}
