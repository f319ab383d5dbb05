package io.flotilla.deployer.terminal;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.catalogue.Reading;
import picocli.CommandLine.Option;

/** The option that names the catalogue; a mixin of every command that reads it. */
public final class FleetOption {
    @Option(names = {"-f",
            "--fleet"}, paramLabel = "FILE", defaultValue = "fleet.yaml", description = "The catalogue (default: ${DEFAULT-VALUE}).")
    Path file;

    public Path file() {
        return file;
    }

    public Reading read() {
        return new CatalogueReader(System.getenv()).read(file);
    }

    /** @throws InvalidCatalogue if it has mistakes: they are printed, and the exit code is {@link ExitCode#MISTAKES} */
    public Catalogue catalogue() {
        var reading = read();
        if (reading instanceof Reading.Invalid invalid) {
            throw new InvalidCatalogue(invalid.problems());
        }
        return ((Reading.Valid) reading).catalogue();
    }

    /** The catalogue cannot be used; the message is every mistake in it, one a line. */
    public static final class InvalidCatalogue extends Failure {
        public InvalidCatalogue(List<Problem> problems) {
            super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
    }
}
