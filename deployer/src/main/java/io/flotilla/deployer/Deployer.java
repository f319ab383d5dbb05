package io.flotilla.deployer;

import io.flotilla.deployer.command.DeployerCommand;
import io.flotilla.deployer.terminal.CommandLines;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The program. Quarkus does not boot here: only a command that needs it (the console) boots it, so that {@code check}
 * and {@code template} answer at once and open no port.
 */
@QuarkusMain
public class Deployer {

    public static void main(String... arguments) {
        var exitCode = CommandLines.of(new DeployerCommand()).execute(arguments);
        // A live reload ends the console's command, but not the program.
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            System.exit(exitCode);
        }
    }
}
