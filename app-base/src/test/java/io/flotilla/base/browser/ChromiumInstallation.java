package io.flotilla.base.browser;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.flotilla.base.program.Packages;

/**
 * Where Chromium is on this machine. A missing one is installed if the user may (root, or sudo without a password): on Debian from
 * the distribution; on Ubuntu, whose package only leads to a snap, Playwright's own build into its cache, with the libraries it
 * needs. Anywhere else its absence is an error that names the one command to type.
 */
final class ChromiumInstallation {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable");
    private static final String DOWNLOAD = "'%s/bin/java' -cp '%s' com.microsoft.playwright.CLI install --with-deps chromium"
            .formatted(System.getProperty("java.home"), System.getProperty("java.class.path"));

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
                .filter(ChromiumInstallation::runs)
                .findFirst()
                .or(() -> downloads().filter(ChromiumInstallation::runs));
    }

    /** Ubuntu's {@code chromium-browser} is a stub that asks for a snap. */
    static boolean runs(Path browser) {
        return Packages.run("'%s' --version >/dev/null 2>&1".formatted(browser)) == 0;
    }

    /** The newest of Playwright's downloads (its documentation, "Browser binaries"). */
    private static Optional<Path> downloads() {
        var cache = Path.of(System.getProperty("user.home"), ".cache/ms-playwright");
        if (!Files.isDirectory(cache)) {
            return Optional.empty();
        }
        try (var all = Files.find(cache, 3, (path, what) -> path.endsWith("chrome") && what.isRegularFile())) {
            return all.max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            return Optional.empty();
        }
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
        var release = Path.of("/etc/os-release");
        var why = Files.exists(release) && isUbuntu(Files.readString(release))
                ? Optional.of("Playwright could not download it").filter(failed -> Packages.run(DOWNLOAD) != 0)
                : Packages.install(List.of("chromium", "fonts-dejavu-core"));
        if (why.isPresent()) {
            throw missing(why.get());
        }
    }

    /** @param release the words of {@code /etc/os-release} */
    static boolean isUbuntu(String release) {
        return release.lines().anyMatch("ID=ubuntu"::equals);
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
