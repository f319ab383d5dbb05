package io.flotilla.deployer.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;

import picocli.CommandLine.Model.CommandSpec;

/** Asks the person at the terminal. */
public final class Question {
    private Question() {}

    /**
     * @param  instead what to do where nobody can be asked, such as {@code add --yes}
     * @return         the answer's words; empty if there are none
     * @throws Failure if there is no terminal
     */
    public static String ask(CommandSpec spec, String question, String instead) {
        if (System.console() == null) {
            throw new Failure("there is no terminal to ask on; %s. Nothing was done".formatted(instead));
        }
        spec.commandLine().getErr().print(question);
        spec.commandLine().getErr().flush();
        try {
            var line = new BufferedReader(new InputStreamReader(System.in)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
