package io.flotilla.deployer.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

import io.flotilla.deployer.scaffold.legacy.Import;
import io.flotilla.deployer.scaffold.legacy.Import.Imported;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "import", description = {
        "Makes a catalogue of an old cloud_script.py, which is read and never run.",
        "Every comment is kept; what cannot be carried over is listed, and kept as a comment."})
final class ImportCommand implements Callable<Integer> {
    /** Far more than a person writes, and little enough to read at once. */
    private static final long LARGEST = 4L * 1024 * 1024;

    @Spec
    CommandSpec spec;
    @Parameters(index = "0", paramLabel = "FILE", description = "The old file.")
    Path file;
    @Option(names = {"-o",
            "--out"}, paramLabel = "FILE", defaultValue = "fleet.yaml", description = "Where to write the catalogue (default: ${DEFAULT-VALUE}); - prints it. An existing file is never written over.")
    Path out;
    @Option(names = "--name", paramLabel = "FLEET", defaultValue = "fleet", description = "The fleet's name (default: ${DEFAULT-VALUE}).")
    String name;
    @Option(names = "--config", paramLabel = "NAME", defaultValue = "CONFIG", description = "The dict with the apps (default: ${DEFAULT-VALUE}).")
    String config;
    @Option(names = "--codebase", paramLabel = "REPO", defaultValue = "codebase", description = "The repository that codebase_branch is a branch of (default: ${DEFAULT-VALUE}).")
    String codebase;

    @Override
    public Integer call() {
        var imported = new Import(name, config, codebase).of(file.toString(), read());
        if (out.toString().equals("-")) {
            spec.commandLine().getOut().print(imported.yaml());
        } else {
            write(imported.yaml());
        }
        report(imported);
        return imported.problems().isEmpty() ? ExitCode.DONE : ExitCode.MISTAKES;
    }

    private void report(Imported imported) {
        var err = spec.commandLine().getErr();
        err.println("%s: %d app%s in %s".formatted(file, imported.apps(), imported.apps() == 1 ? "" : "s",
                out.toString().equals("-") ? "the catalogue" : out));
        if (!imported.notes().isEmpty()) {
            err.println("\nTo look at:");
            imported.notes().forEach(
                    note -> err.println("  %s:%d %s: %s".formatted(file, note.line(), note.where(), note.what())));
        }
        if (!imported.problems().isEmpty()) {
            err.println("\nMistakes that the catalogue brings along:");
            imported.problems().forEach(problem -> err.println("  " + problem));
        }
        err.println("\nTo fill in, because the old file does not say it:");
        err.println("  " + String.join(" ", imported.toFillIn()));
        err.println("\nThen: deployer check");
    }

    private String read() {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Failure("%s: it has more than %d bytes; name the file with the CONFIG dict"
                        .formatted(file, LARGEST));
            }
            return Files.readString(file);
        } catch (MalformedInputException notText) {
            throw new Failure("%s: it is not UTF-8; save it as UTF-8 first".formatted(file), notText);
        } catch (IOException failure) {
            throw new Failure("%s cannot be read: %s".formatted(file, failure), failure);
        }
    }

    private void write(String yaml) {
        try {
            Files.writeString(out, yaml, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException exists) {
            throw new Failure("%s exists already and is left as it is; name another file with --out".formatted(out),
                    exists);
        } catch (IOException failure) {
            throw new Failure("%s cannot be written: %s".formatted(out, failure), failure);
        }
    }
}
