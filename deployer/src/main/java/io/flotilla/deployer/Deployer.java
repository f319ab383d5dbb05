package io.flotilla.deployer;

import io.flotilla.deployer.command.DeployerCommand;
import io.flotilla.deployer.terminal.CommandLines;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The program. Quarkus does not boot here: only a command that needs it (the console) boots it, so that {@code check} and
 * {@code template} answer at once and open no port.
 */
@QuarkusMain
public final class Deployer {
    private Deployer() {}

    public static void main(String... arguments) {
        var exitCode = CommandLines.of(new DeployerCommand()).execute(orConsoleInDevMode(arguments));
        if (exitCode != 0 || LaunchMode.current() == LaunchMode.NORMAL) {
            System.exit(exitCode);
        }
    }

    /** Whoever types {@code quarkus:dev} works on the console's pages. */
    private static String[] orConsoleInDevMode(String... arguments) {
        var bare = arguments.length == 0 && LaunchMode.current() == LaunchMode.DEVELOPMENT;
        return bare ? new String[]{"console"} : arguments;
    }
}
