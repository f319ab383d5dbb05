package io.flotilla.deployer.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

class CommandLinesTest {

    @Test
    void coloursAreOnlyForTerminals() {
        assertEquals(Ansi.ON, CommandLines.colours(Map.of("TERM", "xterm"), true));
        assertEquals(Ansi.OFF, CommandLines.colours(Map.of("TERM", "xterm"), false));
    }

    @Test
    void whoeverRefusesColoursGetsNone() {
        assertEquals(Ansi.OFF, CommandLines.colours(Map.of("NO_COLOR", "1"), true));
        assertEquals(Ansi.ON, CommandLines.colours(Map.of("NO_COLOR", ""), true));
        assertEquals(Ansi.OFF, CommandLines.colours(Map.of("TERM", "dumb"), true));
    }

    @Test
    void aFailureIsItsMessageAndNothingElse() {
        var err = new StringWriter();
        var exitCode = CommandLines.of(new Failing(), Ansi.OFF).setErr(new PrintWriter(err)).execute();
        assertEquals(ExitCode.FAILED, exitCode);
        assertEquals("the network is gone; try again\n", err.toString());
    }

    @Test
    void aFailureIsRedWhereThereAreColours() {
        var err = new StringWriter();
        CommandLines.of(new Failing(), Ansi.ON).setErr(new PrintWriter(err)).execute();
        assertTrue(err.toString().contains("\u001B[31m"), err.toString());
    }

    @Command
    static final class Failing implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new Failure("the network is gone; try again");
        }
    }
}
