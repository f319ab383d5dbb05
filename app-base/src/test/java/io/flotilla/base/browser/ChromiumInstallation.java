package io.flotilla.base.browser;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where Chromium is on this machine. On Debian and Ubuntu a missing one is installed from the distribution, if the user
 * may (root, or sudo without a password); anywhere else its absence is an error that names the one command to type.
 */
final class ChromiumInstallation {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable");
    private static final String INSTALL = "apt-get update -qq && DEBIAN_FRONTEND=noninteractive "
            + "apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core";

    private ChromiumInstallation() {}

    /** @throws IllegalStateException with the one command to type, if there is no Chromium and it may not be installed */
    static synchronized Path executable() {
        return named().or(ChromiumInstallation::found).orElseGet(ChromiumInstallation::installed);
    }

    private static Optional<Path> named() {
        var name = System.getenv("FLOTILLA_CHROMIUM");
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        var path = Path.of(name);
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException(
                    "FLOTILLA_CHROMIUM names %s, which is not an executable file".formatted(path));
        }
        return Optional.of(path);
    }

    private static Optional<Path> found() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Modules may be tested in parallel: a lock lets the first install while the others wait. */
    private static Path installed() {
        var lock = Path.of(System.getProperty("java.io.tmpdir"), "flotilla-chromium.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            var meanwhile = found();
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            install();
            return found().orElseThrow(() -> missing("the installation left no chromium on the PATH"));
        } catch (IOException e) {
            throw missing(e.getMessage());
        }
    }

    private static void install() throws IOException {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw missing("this is neither Debian nor Ubuntu");
        }
        if (run("test \"$(id -u)\" = 0") == 0) {
            if (run(INSTALL) != 0) {
                throw missing("apt-get failed");
            }
        } else if (run("sudo -n true") != 0) {
            throw missing("installing it needs root, or sudo without a password");
        } else if (run("sudo -n sh -c '" + INSTALL + "'") != 0) {
            throw missing("apt-get failed");
        }
    }

    private static int run(String command) throws IOException {
        var process = new ProcessBuilder("sh", "-c", command).inheritIO().redirectInput(ProcessBuilder.Redirect.from(
                new java.io.File("/dev/null"))).start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static IllegalStateException missing(String why) {
        return new IllegalStateException(
                ("""
                The tests need Chromium and there is none: %s. Install it with
                    sudo apt-get install -y chromium
                or name one: FLOTILLA_CHROMIUM=/path/to/chromium (an executable), FLOTILLA_BROWSER=http://127.0.0.1:9222 (a running one).""")
                        .formatted(why));
    }
}
