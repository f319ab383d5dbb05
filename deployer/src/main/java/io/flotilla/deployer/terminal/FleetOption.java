package io.flotilla.deployer.terminal;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.catalogue.Reading;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that names the catalogue; a mixin of every command that reads it. */
public final class FleetOption {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;
    @Option(names = {"-f", "--fleet"}, paramLabel = "FILE", description = "The catalogue (default: fleet.yaml).")
    Path file;

    public Path file() {
        return given().orElse(Path.of("fleet.yaml"));
    }

    /** The file, if the command line names it. */
    public Optional<Path> given() {
        return Optional.ofNullable(file);
    }

    /** What the catalogue names by a path relative to itself. */
    public Path beside(String path) {
        return file().toAbsolutePath().resolveSibling(path);
    }

    public Reading read() {
        return CatalogueReader.ofEnvironment().read(file());
    }

    /** @throws InvalidCatalogue if it has mistakes: they are printed, and the exit code is {@link ExitCode#MISTAKES} */
    public Catalogue catalogue() {
        var reading = read();
        if (reading instanceof Reading.Invalid invalid) {
            throw new InvalidCatalogue(invalid.problems());
        }
        return ((Reading.Valid) reading).catalogue();
    }

    /**
     * @throws InvalidCatalogue   if the catalogue has mistakes
     * @throws ParameterException if it has no such environment
     */
    public EnvironmentView view(EnvironmentName environment) {
        var catalogue = catalogue();
        if (!catalogue.environments().containsKey(environment)) {
            throw new ParameterException(spec.commandLine(),
                    "no environment %s in %s; it has %s".formatted(environment.key(),
                            file(), catalogue.environments().keySet().stream().map(EnvironmentName::key)
                                    .collect(Collectors.joining(", "))));
        }
        return catalogue.in(environment);
    }

    /** The catalogue cannot be used; the message is every mistake in it, one a line. */
    public static final class InvalidCatalogue extends Failure {
        public InvalidCatalogue(List<Problem> problems) {
            super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
    }

    /** The environments as a command line spells them. */
    public static final class EnvironmentNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(EnvironmentName.values()).map(EnvironmentName::key).iterator();
        }
    }
}
