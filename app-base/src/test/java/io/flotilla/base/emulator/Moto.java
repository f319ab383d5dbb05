package io.flotilla.base.emulator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The AWS emulator <a href="https://docs.getmoto.org">moto</a> as Debian 13 packages it, in a folder of its own (a chroot,
 * 340 MB, a minute or two the first time), so that the tests do not depend on the machine's Python. It is made if the user
 * may (root, or sudo without a password); anywhere else its absence is an error that names the one command to type.
 */
final class Moto {
    /** Outside the repository, so that every checkout of the machine shares it. */
    private static final Path ROOT = Path.of("/var/cache/flotilla/moto-trixie");
    /** All of them by name: debootstrap follows neither recommendations nor virtual packages. */
    private static final String PACKAGES = String.join(",", "python3-moto", "python3-cffi-backend", "python3-flask",
            "python3-flask-cors", "python3-openapi-spec-validator", "python3-joserfc", "python3-pyparsing",
            "python3-jsonpath-ng", "python3-multipart", "python3-graphql-core", "python3-rpds-py", "ca-certificates");
    private static final String APT = "{ command -v debootstrap > /dev/null || { apt-get update -qq && "
            + "DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap; }; }";
    /** In place only once it is whole: a build that is interrupted leaves nothing that looks finished. */
    private static final String INSTALL = APT + " && mkdir -p " + ROOT.getParent()
            + " && new=$(mktemp -d " + ROOT + ".XXXXXX) && chmod 755 $new"
            + " && { debootstrap --variant=minbase --include=" + PACKAGES + " trixie $new > $new.log 2>&1"
            + " && rm -rf $new/var/cache/apt/archives $new/var/lib/apt/lists && mv -T $new " + ROOT
            + " && rm $new.log || { tail -n 20 $new.log; rm -rf $new; false; }; }";

    private Moto() {}

    /**
     * Starts it on a free port of loopback; it says which on its standard error.
     *
     * @throws IllegalStateException with the one command to type, if there is none and it may not be installed
     */
    static Process start() {
        try {
            install();
            return new ProcessBuilder(asRoot("chroot", ROOT.toString(), "/usr/bin/env", "-i", "PATH=/usr/bin:/bin",
                    "PYTHONUNBUFFERED=1", "LANG=C.UTF-8", "python3", "-c", program()))
                    .redirectErrorStream(true).start();
        } catch (IOException e) {
            throw missing(e.getMessage());
        }
    }

    private static String program() throws IOException {
        try (var in = Moto.class.getResourceAsStream("emulator.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Modules may be tested in parallel: a lock lets the first install while the others wait. */
    private static void install() throws IOException {
        if (!isInstalled()) {
            var lock = Path.of(System.getProperty("java.io.tmpdir"), "flotilla-moto.lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (!isInstalled()) {
                    make();
                }
            }
        }
    }

    private static boolean isInstalled() {
        return Files.isExecutable(ROOT.resolve("usr/bin/python3"));
    }

    private static void make() throws IOException {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw missing("this is neither Debian nor Ubuntu");
        } else if (run(asRoot("sh", "-c", INSTALL)) != 0) {
            throw missing("debootstrap failed, as printed above");
        }
    }

    private static List<String> asRoot(String... command) throws IOException {
        if (run(List.of("sh", "-c", "test \"$(id -u)\" = 0")) == 0) {
            return List.of(command);
        } else if (run(List.of("sh", "-c", "sudo -n true 2> /dev/null")) != 0) {
            throw missing("it runs in a chroot, which needs root, or sudo without a password");
        }
        return Stream.concat(Stream.of("sudo", "-n"), Stream.of(command)).toList();
    }

    private static int run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).inheritIO()
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null"))).start();
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
                The tests need the AWS emulator moto 5 and there is none: %s. Start one with
                    python3 -m venv moto && moto/bin/pip install 'moto[server]==5.1.1' && moto/bin/python app-base/src/test/resources/io/flotilla/base/emulator/emulator.py 5000
                and name it: FLOTILLA_AWS_EMULATOR=http://127.0.0.1:5000""")
                        .formatted(why));
    }
}
