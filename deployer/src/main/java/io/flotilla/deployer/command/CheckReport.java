package io.flotilla.deployer.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.catalogue.Reading;

/** What {@code check} found, for a person or for a program. */
final class CheckReport {
    private CheckReport() {}

    /** One line a fact: {@code fleet.yaml: davinci-labs is in order: dev (3 apps), prod (2 apps)}. */
    static String text(Path file, Catalogue catalogue) {
        var environments = catalogue.environments().keySet().stream()
                .map(name -> "%s (%s)".formatted(name.key(), count(apps(catalogue, name).size())))
                .collect(Collectors.joining(", "));
        return "%s: %s is in order: %s".formatted(file, catalogue.fleet(), environments);
    }

    /**
     * {@code {"file":…,"valid":true,"fleet":…,"environments":{"dev":["Sales",…]}}}, or
     * {@code {"file":…,"valid":false,"problems":[{"file","line","column","path","message","fix"}]}}.
     */
    static String json(Path file, Reading reading) {
        var report = JsonNodeFactory.instance.objectNode();
        report.put("file", file.toString());
        report.put("valid", reading instanceof Reading.Valid);
        if (reading instanceof Reading.Valid valid) {
            report.put("fleet", valid.catalogue().fleet());
            report.set("environments", environments(valid.catalogue()));
        } else if (reading instanceof Reading.Invalid invalid) {
            var problems = report.putArray("problems");
            invalid.problems().forEach(problem -> problems.add(json(problem)));
        }
        return report.toPrettyString();
    }

    private static String count(int apps) {
        return apps == 1 ? "1 app" : apps + " apps";
    }

    private static List<App> apps(Catalogue catalogue, EnvironmentName name) {
        return catalogue.in(name).apps();
    }

    private static JsonNode environments(Catalogue catalogue) {
        var environments = JsonNodeFactory.instance.objectNode();
        for (var name : catalogue.environments().keySet()) {
            var names = environments.putArray(name.key());
            apps(catalogue, name).forEach(app -> names.add(app.name()));
        }
        return environments;
    }

    private static ObjectNode json(Problem problem) {
        return JsonNodeFactory.instance.objectNode()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("path", problem.path())
                .put("message", problem.message())
                .put("fix", problem.fix());
    }
}
