package io.flotilla.deployer.command;

import java.io.PrintWriter;
import java.io.StringWriter;

import io.flotilla.deployer.terminal.CommandLines;

/** One call of the command line, in this process, as a pipe would see it. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = CommandLines.of(new DeployerCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var words = java.util.stream.Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        return new CommandRun(line.execute(words), out.toString(), err.toString());
    }
}
