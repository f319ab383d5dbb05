package io.flotilla.deployer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The workflows of this repository and of a new dashboard, as far as they can be judged without running them. */
class WorkflowsTest {
    private static final Path FOLDER = Page.HOUSE.resolve(".github/workflows");
    private static final Path DASHBOARD = Path
            .of("src/main/resources/io/flotilla/deployer/scaffold/dashboard/build.yml");

    @Test
    void everyJobHasALimitAndEveryStepDoesOneThing() throws IOException {
        var workflows = workflows();
        assertEquals(3, workflows.size());
        workflows.forEach((name, workflow) -> jobs(workflow).forEach((job, body) -> {
            assertTrue(body.get("timeout-minutes") instanceof Integer, name + " " + job);
            steps(body).forEach(step -> assertTrue(step.containsKey("uses") != step.containsKey("run"), name + step));
        }));
    }

    @Test
    void everyWorkflowMayReadOnlyUnlessAJobSaysWhy() throws IOException {
        workflows().forEach(
                (name, workflow) -> assertFalse(workflow.get("permissions").toString().contains("write"), name));
    }

    @Test
    void whatAJobWaitsForIsAJob() throws IOException {
        workflows().forEach((name, workflow) -> jobs(workflow).forEach((job, body) -> {
            var needs = body.get("needs") instanceof List<?> several
                    ? several.stream().map(Object::toString).toList()
                    : Stream.ofNullable(body.get("needs")).map(Object::toString).toList();
            assertTrue(jobs(workflow).keySet().containsAll(needs), name + " " + job);
        }));
    }

    @Test
    void everyMavenLineNamesModulesAndProfilesThatExist() throws IOException {
        workflows().forEach((name, workflow) -> jobs(workflow).values().forEach(body -> steps(body).stream()
                .map(step -> String.valueOf(step.get("run"))).filter(run -> run.contains("./mvnw"))
                .forEach(run -> assertEquals(List.of(), DocsTest.unknown(run.replace("-pl .,", "-pl ")).toList(),
                        name))));
    }

    private static Map<String, Map<String, Object>> workflows() throws IOException {
        var workflows = new java.util.TreeMap<String, Map<String, Object>>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) {
                workflows.put(file.toString(), new Yaml().load(Files.readString(file)));
            }
        }
        workflows.put(DASHBOARD.toString(), new Yaml().load(Files.readString(DASHBOARD)));
        return workflows;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> jobs(Map<String, Object> workflow) {
        return (Map<String, Map<String, Object>>) workflow.get("jobs");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps(Map<String, Object> job) {
        return (List<Map<String, Object>>) job.get("steps");
    }
}
