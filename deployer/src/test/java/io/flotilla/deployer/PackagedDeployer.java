package io.flotilla.deployer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program, jar or binary, in a process of its own whose output is a pipe.
 *
 * @param folder      for its output
 * @param environment variables besides those of this process
 */
record PackagedDeployer(Path folder, Map<String, String> environment) {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    record Run(int exitCode, String out, String err) {}

    Run run(String... arguments) throws Exception {
        var command = new ArrayList<>(program());
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end: " + command);
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static List<String> program() throws IOException {
        if (Files.exists(JAR)) {
            return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString());
        }
        try (var files = Files.list(Path.of("target"))) {
            return List.of(
                    files.filter(file -> file.getFileName().toString().endsWith("-runner")).findFirst().orElseThrow()
                            .toAbsolutePath().toString());
        }
    }
}
