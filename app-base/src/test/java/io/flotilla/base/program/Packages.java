package io.flotilla.base.program;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the tests need besides a JDK is installed by the build, if the user may: as root, or by sudo without a password. */
public final class Packages {
    private Packages() {}

    /** {@code python3}, for the tests of apps that are written in it. */
    public static synchronized void needPython() {
        if (run("python3 --version >/dev/null 2>&1") == 0) {
            return;
        }
        install(List.of("python3")).ifPresent(why -> {
            throw new IllegalStateException("""
                    The tests need python3 and there is none: %s. Install it with
                        sudo apt-get install -y python3""".formatted(why));
        });
    }

    /** Installs packages of Debian or Ubuntu; or says why that cannot be. */
    public static Optional<String> install(List<String> packages) {
        return Optional.of("this is neither Debian nor Ubuntu")
                .filter(why -> !Files.isExecutable(Path.of("/usr/bin/apt-get")))
                .or(() -> asRoot("apt-get update -qq && DEBIAN_FRONTEND=noninteractive "
                        + "apt-get install -y -qq --no-install-recommends " + String.join(" ", packages)));
    }

    private static Optional<String> asRoot(String command) {
        var root = run("test \"$(id -u)\" = 0") == 0;
        if (!root && run("sudo -n true") != 0) {
            return Optional.of("installing it needs root, or sudo without a password");
        }
        return Optional.of("the installation failed; its own words are above")
                .filter(why -> run(root ? command : "sudo -n sh -c \"" + command + "\"") != 0);
    }

    /** Runs a command of the shell without input, its output shown, and returns its exit code. */
    public static int run(String command) {
        try {
            var process = new ProcessBuilder("sh", "-c", command).inheritIO()
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
            try {
                return process.waitFor();
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            return 127;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
