package io.flotilla.deployer.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.EnvironmentName;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Sets up a command line: how it speaks, and what its failures look like. */
public final class CommandLines {
    /** The environment variable that adds stack traces to failures. */
    private static final String TRACE = "FLOTILLA_TRACE";

    private CommandLines() {}

    public static CommandLine of(Object command) {
        return of(command, colours(System.getenv(), System.console() != null))
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err));
    }

    static CommandLine of(Object command, Ansi colours) {
        return new CommandLine(command)
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours))
                .registerConverter(EnvironmentName.class, CommandLines::environment)
                .setParameterExceptionHandler((mistake, arguments) -> explain(mistake))
                .setExecutionExceptionHandler((failure, line, result) -> explain(failure, line));
    }

    /**
     * Colours only where somebody looks: on a terminal that has them, unless {@code NO_COLOR} is set to anything
     * (<a href="https://no-color.org">no-color.org</a>).
     */
    static Ansi colours(Map<String, String> environment, boolean terminal) {
        var refused = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return terminal && !refused ? Ansi.ON : Ansi.OFF;
    }

    /** UTF-8 whatever the machine's locale is, because templates are. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    private static EnvironmentName environment(String key) {
        return EnvironmentName.named(key)
                .orElseThrow(() -> new TypeConversionException("no environment \"%s\"; there are %s"
                        .formatted(key, Stream.of(EnvironmentName.values()).map(EnvironmentName::key)
                                .collect(Collectors.joining(", ")))));
    }

    /** What is wrong and where to look; the whole usage would push it off the screen. */
    private static int explain(ParameterException mistake) {
        var line = mistake.getCommandLine();
        line.getErr().println(line.getColorScheme().errorText(mistake.getMessage()));
        UnmatchedArgumentException.printSuggestions(mistake, line.getErr());
        line.getErr().println("Try: %s --help".formatted(line.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    private static int explain(Exception failure, CommandLine line) {
        line.getErr().println(line.getColorScheme().errorText(message(failure)));
        if (System.getenv(TRACE) != null) {
            failure.printStackTrace(line.getErr());
        }
        return failure instanceof FleetOption.InvalidCatalogue ? ExitCode.MISTAKES : ExitCode.FAILED;
    }

    private static String message(Exception failure) {
        return failure instanceof Failure
                ? failure.getMessage()
                : "a defect of the deployer: %s; set %s=1 to see where".formatted(failure, TRACE);
    }
}
