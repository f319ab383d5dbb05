package io.flotilla.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, jar or binary, as a shell sees it. */
class DeployerIT {
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

    private PackagedDeployer.Run run(String... arguments) throws Exception {
        return new PackagedDeployer(folder, Map.of()).run(arguments);
    }
}
