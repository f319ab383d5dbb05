package io.flotilla.deployer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
    @TempDir
    Path folder;
    private Path fleet;
    private String before;

    @BeforeEach
    void copyTheDemosCatalogue() throws IOException {
        before = Files.readString(Path.of("demo/fleet.yaml"));
        fleet = Files.writeString(folder.resolve("fleet.yaml"), before);
    }

    @Test
    void aNewAppHasTheNextFreePrioritiesAndIsNotReadyForProd() throws IOException {
        var run = run("SalesReport", "--yes", "--owner", "ann@example.com");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(before + """

                  SalesReport:
                    title: Sales Report
                    runtime: jvm
                    repo: sales-report
                    artifact: sales-report/target/sales-report-runner.jar
                    url_path: /sales-report/
                    owners: [ann@example.com]
                    email_to: [ann@example.com]
                    prod_ready: false
                    dev:  { priority: 106 }
                    prod: { priority: 304 }
                    local: {}
                """, Files.readString(fleet));
        assertTrue(Files.isExecutable(folder.resolve("sales-report/mvnw")));
        assertTrue(Files.readString(
                folder.resolve("sales-report/src/main/java/com/example/labs/salesreport/SalesReportPage.java"))
                .contains("View.of(\"Sales Report\", region)"));
    }

    @Test
    void theResultAsJsonNamesFolderPrioritiesAndFiles() throws IOException {
        var made = new ObjectMapper().readTree(run("LMSView", "--yes", "--json", "--owner", "ann@example.com").out());
        assertEquals(304, made.get("berths").get("prod").get("priority").asInt());
        assertEquals("/lms-view/", made.get("url_path").asText());
        assertTrue(made.get("files").toString().contains("pom.xml"));
    }

    @Test
    void twoNewAppsStandBesideEachOther() {
        assertEquals(0, run("A", "--yes", "--owner", "ann@example.com").exitCode());
        assertEquals(0, run("B", "--yes", "--owner", "ann@example.com").exitCode());
        assertTrue(CommandRun.of("check", "-f", fleet).out().contains("dev (7 apps)"));
    }

    @Test
    void ifAnythingIsWrongNothingIsWritten() throws IOException {
        for (var arguments : List.of(List.of("Sales"), List.of("sales"), List.of("Other", "--url-path", "/sales/"),
                List.of("Other", "--owner", "nobody"), List.of("Other", "--title", " "), List.of("../Other"),
                List.of("Other", "--ami", "ami-1"), List.of("Other", "--package", "a-b"), List.of("A".repeat(61)),
                List.of("Other", "--requires", "two words"))) {
            var words = new ArrayList<Object>(arguments);
            words.addAll(List.of("--yes", "--owner", "ann@example.com"));
            var run = run(words.toArray());
            assertTrue(run.exitCode() == 1 || run.exitCode() == 2, arguments + run.out() + run.err());
            assertFalse(run.err().contains("defect"), run.err());
            assertEquals(before, Files.readString(fleet));
            try (var files = Files.list(folder)) {
                assertEquals(List.of(fleet), files.toList(), arguments.toString());
            }
        }
    }

    @Test
    void aFolderThatIsThereIsLeftAsItIs() throws IOException {
        Files.createDirectories(folder.resolve("other"));
        var run = run("Other", "--yes", "--owner", "ann@example.com");
        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("exists already and is left as it is"), run.err());
        assertEquals(before, Files.readString(fleet));
    }

    @Test
    void aCatalogueWithMistakesIsExitCode3() throws IOException {
        Files.writeString(fleet, "fleet: x\n");
        assertEquals(3, run("Other", "--yes", "--owner", "ann@example.com").exitCode());
    }

    @Test
    void anEnvironmentWithoutDefaultsGetsTheImageOfItsNeighbours() throws IOException {
        var bare = before.replaceAll("\n    app: \\{.*", "").replace("{ priority: 101 }",
                "{ priority: 101, instance: t4g.nano, ami: ami-0aaaaaaaaaaaaaaa0 }")
                .replaceAll("(?m)\\{ priority: (10[245]|30[12])",
                        "{ instance: t4g.nano, ami: ami-0bbbbbbbbbbbbbbb0, priority: $1");
        Files.writeString(fleet, bare);
        var run = run("Other", "--yes", "--owner", "ann@example.com");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.readString(fleet).endsWith("""
                ____dev:  { instance: t4g.nano, ami: ami-0bbbbbbbbbbbbbbb0, priority: 106 }
                ____prod: { instance: t4g.nano, ami: ami-0bbbbbbbbbbbbbbb0, priority: 304 }
                ____local: {}
                """.replace('_', ' ')), Files.readString(fleet));
    }

    @Test
    void aTitleMeansNothingToAnyLanguageItIsWrittenIn() throws IOException {
        var title = "R&D <\"50%\"> ${HOME} \\ @name@";
        var run = run("Odd", "--yes", "--owner", "ann@example.com", "--title", title);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(CommandRun.of("check", "-f", fleet).out().contains("in order"));
        assertTrue(Files.readString(folder.resolve("odd/pom.xml"))
                .contains("<name>R&amp;D &lt;\"50%\"&gt; ${HOME} \\ @name@</name>"));
        assertTrue(Files.readString(folder.resolve("odd/src/main/java/com/example/labs/odd/OddPage.java"))
                .contains("View.of(\"R&D <\\\"50%\\\"> ${HOME} \\\\ @name@\", region)"));
    }

    private CommandRun run(Object... arguments) {
        var words = new ArrayList<Object>(List.of("new", "-f", fleet));
        words.addAll(List.of(arguments));
        if (!words.contains("--dir")) {
            var name = arguments[0].toString();
            words.addAll(List.of("--dir", folder.resolve(
                    new io.flotilla.deployer.scaffold.dashboard.DashboardName(name).repository()
                            .replaceAll("[^a-z0-9-]", ""))));
        }
        return CommandRun.of(words.toArray());
    }
}
