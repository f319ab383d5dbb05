package io.flotilla.deployer.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.flotilla.deployer.Deployer;
import io.flotilla.deployer.local.process.FreePorts;

/** {@code deployer demo} as a process of its own, over a fleet of one sample app, in a folder of a test. */
final class DemoProcess implements AutoCloseable {
    final Path folder;
    final int port = new FreePorts(new Random()).next();
    private Process process;

    DemoProcess(Path folder) throws IOException {
        this.folder = folder;
        sample("");
        fleet("Sample");
    }

    /** What the sample app is: a script, as a native binary would be. */
    void sample(String argument) throws IOException {
        sample(argument, "");
    }

    /** The same with a shell command before it; {@code A=b} sets a variable for it. */
    void sample(String argument, String before) throws IOException {
        script((before.isEmpty() ? "" : before.contains("=") ? "export " + before + "\n" : before + "\n")
                + "exec %s -Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp %s %s %s".formatted(java(),
                        System.getProperty("java.class.path"),
                        SampleProgram.class.getName(), argument));
    }

    /** A script in the place of the sample app; it has a process of its own beside. */
    void script(String rest) throws IOException {
        var script = Files.writeString(folder.resolve("sample"), "#!/bin/sh\nsleep 300 &\n%s\n".formatted(rest));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    void fleet(String title) throws IOException {
        Files.writeString(folder.resolve("fleet.yaml"), """
                fleet: test-fleet
                environments:
                  local:
                    platform: local
                    port: 1
                    identity: { issuer: https://identity.example.com, client: test }
                apps:
                  Sample:
                    title: %s
                    runtime: native
                    artifact: sample
                    url_path: /sample/
                    health: { path: /sample/ }
                    email_to: [uma@example.com]
                    local: {}
                """.formatted(title));
    }

    /** Starts it, with these options besides. */
    DemoProcess start(String... options) throws IOException {
        process = new ProcessBuilder(command(options)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile())).start();
        return this;
    }

    /** Hears Ctrl-C even if the tests themselves run in the background of a script, where a shell lets nothing hear it. */
    List<String> command(String... options) {
        var command = new ArrayList<>(List.of("perl", "-e", "$SIG{INT} = q(DEFAULT); exec @ARGV", java(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Deployer.class.getName(), "demo",
                "--fleet", folder.resolve("fleet.yaml").toString(), "--state", folder.resolve("state").toString(),
                "--port", Integer.toString(port)));
        command.addAll(List.of(options));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Process process() {
        return process;
    }

    String output() {
        try {
            var file = folder.resolve("output");
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed this. */
    DemoProcess until(String text) throws InterruptedException {
        while (!output().contains(text)) {
            if (process != null && process.waitFor(100, TimeUnit.MILLISECONDS) && !output().contains(text)) {
                throw new AssertionError("it ended without \"%s\":%n%s".formatted(text, output()));
            }
            Thread.sleep(50);
        }
        return this;
    }

    /** The sample's process, as its file says. */
    ProcessHandle sampleProcess() throws IOException {
        try (var files = Files.list(folder.resolve("state/processes"))) {
            var file = files.filter(one -> one.getFileName().toString().startsWith("Sample-")).findFirst()
                    .orElseThrow();
            return ProcessHandle.of(Long.parseLong(Files.readString(file).split(" ")[0])).orElseThrow();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }
}
