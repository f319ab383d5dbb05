package io.flotilla.deployer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployerCommandTest {
    private static final Path DEMO = Path.of("demo/fleet.yaml");

    @TempDir
    Path folder;

    @Test
    void aloneItPrintsItsHelpWithTheExitCodes() {
        var run = CommandRun.of();
        assertEquals(0, run.exitCode());
        assertTrue(run.out().contains("3   the catalogue has mistakes"), run.out());
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertTrue(CommandRun.of("--version").out().matches("deployer \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"));
        assertEquals(CommandRun.of("--version").out(), CommandRun.of("check", "--version").out());
    }

    @Test
    void aCatalogueInOrderIsSummedUpInOneLine() {
        var run = CommandRun.of("check", "-f", DEMO);
        assertEquals("demo/fleet.yaml: davinci-labs is in order: dev (5 apps), prod (3 apps), local (7 apps)\n",
                run.out());
        assertEquals("", run.err());
    }

    @Test
    void everyMistakeIsOneLineOnStandardErrorAndTheExitCodeIs3() throws IOException {
        var run = CommandRun.of("check", "-f", mistaken());
        assertEquals(3, run.exitCode());
        assertEquals("", run.out());
        var lines = run.err().lines().toList();
        assertEquals(2, lines.size(), run.err());
        assertTrue(lines.get(0).contains("fleet.yaml:2:1 acount: "), run.err());
    }

    @Test
    void theResultAsJsonNamesEveryMistakesPlace() throws IOException {
        var run = CommandRun.of("check", "--json", "-f", mistaken());
        assertEquals(3, run.exitCode());
        var report = new ObjectMapper().readTree(run.out());
        assertFalse(report.get("valid").asBoolean());
        var problem = report.get("problems").get(0);
        assertEquals(2, problem.get("line").asInt());
        assertEquals(1, problem.get("column").asInt());
        assertEquals("acount", problem.get("path").asText());
    }

    @Test
    void theResultAsJsonNamesTheAppsOfEveryEnvironment() throws IOException {
        var report = new ObjectMapper().readTree(CommandRun.of("check", "--json", "-f", DEMO).out());
        var prod = StreamSupport.stream(report.get("environments").get("prod").spliterator(), false)
                .map(name -> name.asText()).toList();
        assertEquals(List.of("Portal", "HealthMonitor", "LMSPortal"), prod);
    }

    @Test
    void aFileThatIsNotThereIsAMistakeOfTheCatalogue() {
        var run = CommandRun.of("check", "-f", "nowhere.yaml");
        assertEquals(3, run.exitCode());
        assertTrue(run.err().startsWith("nowhere.yaml: there is no such file"), run.err());
    }

    @Test
    void oneAppsTemplateIsPrintedAlone() {
        var run = CommandRun.of("template", "-f", DEMO, "dev", "LMSPortal");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(
                run.out().startsWith(
                        "AWSTemplateFormatVersion: \"2010-09-09\"\nDescription: \"Flotilla: LMSPortal in dev\"\n"),
                run.out());
    }

    @Test
    void severalTemplatesArePrintedAsDocumentsOfOneStream() {
        var run = CommandRun.of("template", "-f", DEMO, "prod");
        var stacks = run.out().lines().filter(line -> line.startsWith("--- # ")).toList();
        assertEquals(List.of("--- # davinci-labs-prod", "--- # davinci-labs-prod-Portal",
                "--- # davinci-labs-prod-HealthMonitor",
                "--- # davinci-labs-prod-LMSPortal"), stacks);
    }

    @Test
    void anAppThatTheEnvironmentDoesNotRunIsAMistakeOnTheCommandLine() {
        var run = CommandRun.of("template", "-f", DEMO, "prod", "Sales");
        assertEquals(2, run.exitCode());
        assertEquals("no app Sales in prod; it has Portal, HealthMonitor, LMSPortal\nTry: deployer template --help\n",
                run.err().replace("\r", ""));
    }

    @Test
    void whatRunsOnThisMachineHasNoTemplates() {
        var run = CommandRun.of("template", "-f", DEMO, "local");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("local runs on this machine; only what runs on AWS has templates"), run.err());
    }

    @Test
    void anEnvironmentThatDoesNotExistIsNamedWithThoseThatDo() {
        assertTrue(CommandRun.of("template", "-f", DEMO, "staging").err().contains("there are dev, prod, local"));
    }

    @Test
    void aScriptThatIsNotThereIsNamedWithItsApp() throws IOException {
        var fleet = Files.writeString(folder.resolve("fleet.yaml"),
                Files.readString(Path.of("src/test/resources/fleets/runtimes.yaml")));
        var run = CommandRun.of("template", "-f", fleet, "dev", "Custom");
        assertEquals(1, run.exitCode());
        assertTrue(
                run.err().startsWith("apps.Custom.user_data: cannot read " + folder.resolve("scripts/everything.sh")),
                run.err());
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        assertTrue(CommandRun.of("generate-completion").out().contains("template"));
    }

    private Path mistaken() throws IOException {
        return Files.writeString(folder.resolve("fleet.yaml"), Files.readString(DEMO)
                .replaceFirst("(?s).*?fleet: davinci-labs\naccount", "fleet: davinci-labs\nacount")
                .replace("priority: 104", "priority: 103"));
    }
}
