package io.flotilla.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new dashboard is built and tested by its own Maven wrapper against app-base as it is installed: a jar and poms in a
 * repository that has nothing else of Flotilla. The rest comes from the repository of this build, so that it is quick, or is
 * downloaded as this machine's settings say.
 */
class NewDashboardIT {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final String VERSION = System.getProperty("flotilla.version");

    @TempDir
    Path folder;

    @Test
    void aNewDashboardBuildsAndPassesItsTestsWithTheInstalledAppBase() throws Exception {
        var repository = install(folder.resolve("repository"));
        var dashboard = folder.resolve("sales-report");
        Files.copy(Path.of("demo/fleet.yaml"), folder.resolve("fleet.yaml"));
        var made = new PackagedDeployer(folder, Map.of()).run("new", "SalesReport", "--yes", "--owner",
                "ann@example.com",
                "-f", folder.resolve("fleet.yaml").toString(), "--dir", dashboard.toString());
        assertEquals(0, made.exitCode(), made.err());
        var log = folder.resolve("build.log");
        var build = new ProcessBuilder("./mvnw", "-B", "-ntp", "verify", "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + System.getProperty("flotilla.local-repository"))
                .directory(dashboard.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = build.start();
        process.getOutputStream().close();
        try {
            assertTrue(process.waitFor(15, TimeUnit.MINUTES), () -> "it does not end: " + text(log));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), () -> text(log));
        assertTrue(text(log).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0"), () -> text(log));
        assertTrue(Files.size(dashboard.resolve("target/sales-report-runner.jar")) > 0,
                "the artifact of the catalogue");
    }

    /** As Maven's own installation lays it out. */
    private static Path install(Path repository) throws IOException {
        for (var artifact : List.of(Map.entry("flotilla-dashboard", HOUSE.resolve("app-base/dashboard/pom.xml")),
                Map.entry("flotilla", HOUSE.resolve("pom.xml")),
                Map.entry("app-base", HOUSE.resolve("app-base/pom.xml")))) {
            var place = repository.resolve("io/flotilla").resolve(artifact.getKey()).resolve(VERSION);
            Files.createDirectories(place);
            Files.copy(artifact.getValue(), place.resolve("%s-%s.pom".formatted(artifact.getKey(), VERSION)));
        }
        var jar = "app-base-%s.jar".formatted(VERSION);
        Files.copy(HOUSE.resolve("app-base/target").resolve(jar),
                repository.resolve("io/flotilla/app-base").resolve(VERSION).resolve(jar));
        return repository;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
