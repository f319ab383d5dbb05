package io.flotilla.deployer.terminal;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Sets up a command line: how it speaks, and what its failures look like. */
public final class CommandLines {
    /** The environment variable that adds stack traces to failures. */
    private static final String TRACE = "FLOTILLA_TRACE";

    private CommandLines() {}

    public static CommandLine of(Object command) {
        return of(command, colours(System.getenv(), System.console() != null));
    }

    static CommandLine of(Object command, Ansi colours) {
        return new CommandLine(command)
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours))
                // Whatever the machine's locale: templates and names are UTF-8.
                .setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true))
                .setExecutionExceptionHandler((failure, line, result) -> explain(failure, line))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /**
     * Colours only where somebody looks: on a terminal that has them, unless {@code NO_COLOR} is set to anything
     * (<a href="https://no-color.org">no-color.org</a>).
     */
    static Ansi colours(Map<String, String> environment, boolean terminal) {
        var refused = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return terminal && !refused ? Ansi.ON : Ansi.OFF;
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
