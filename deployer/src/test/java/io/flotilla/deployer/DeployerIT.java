package io.flotilla.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, jar or binary, as a shell sees it. */
class DeployerIT {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    @TempDir
    Path folder;

    @Test
    void helpIsAllThatItPrints() throws Exception {
        var run = run();
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("Usage: deployer "), run.out());
        assertEquals("", run.err());
    }

    @Test
    void aTemplateInAPipeIsTheTemplateAndNothingElse() throws Exception {
        var run = run("template", "-f", "demo/fleet.yaml", "dev", "LMSPortal");
        assertEquals(
                Files.readString(Path.of("src/test/resources/golden/davinci-labs-dev/davinci-labs-dev-LMSPortal.yaml")),
                run.out());
        assertEquals("", run.err());
    }

    @Test
    void mistakesInTheCatalogueAreExitCode3() throws Exception {
        Files.writeString(folder.resolve("fleet.yaml"), "fleet: [");
        var run = run("check", "-f", folder.resolve("fleet.yaml").toString());
        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().contains("fleet.yaml:1:"), run.err());
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        assertTrue(run("--version").out().matches("deployer \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"));
    }

    private record Run(int exitCode, String out, String err) {}

    private Run run(String... arguments) throws Exception {
        var command = new ArrayList<>(program());
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end: " + command);
        }
        return new Run(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
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
