package io.flotilla.deployer.scaffold.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.EnvironmentName;

/**
 * A new app as {@code fleet.yaml} will have it: not ready for prod, and with a berth in every environment.
 *
 * @param runtime  {@code jvm} or {@code native}
 * @param artifact relative to the catalogue's file
 * @param berths   in the order in which they are written
 */
public record FleetEntry(String name, String title, String runtime, String repo, String artifact, String urlPath,
        List<String> owners, List<String> requires, Map<EnvironmentName, Berth> berths) {

    /** What is empty, the environment's defaults say. */
    public record Berth(OptionalInt priority, Optional<String> instance, Optional<String> ami) {
        String yaml() {
            var keys = new ArrayList<String>();
            instance.ifPresent(type -> keys.add("instance: " + YamlText.of(type)));
            ami.ifPresent(image -> keys.add("ami: " + YamlText.of(image)));
            priority.ifPresent(number -> keys.add("priority: " + number));
            return keys.isEmpty() ? "{}" : keys.stream().collect(Collectors.joining(", ", "{ ", " }"));
        }
    }

    /**
     * The lines of the entry.
     *
     * @param indent of its name
     * @param step   by which its keys stand further in
     */
    public List<String> lines(int indent, int step) {
        var keys = new ArrayList<String>();
        keys.add("title: " + YamlText.of(title));
        keys.add("runtime: " + runtime);
        keys.add("repo: " + YamlText.of(repo));
        keys.add("artifact: " + YamlText.of(artifact));
        keys.add("url_path: " + YamlText.of(urlPath));
        keys.add("owners: " + YamlText.of(owners));
        if (!requires.isEmpty()) {
            keys.add("requires: " + YamlText.of(requires));
        }
        keys.add("email_to: " + YamlText.of(owners));
        keys.add("prod_ready: false");
        berths.forEach((environment, berth) -> keys.add("%-5s %s".formatted(environment.key() + ":", berth.yaml())));
        var lines = new ArrayList<String>();
        lines.add(" ".repeat(indent) + YamlText.of(name) + ":");
        keys.forEach(key -> lines.add(" ".repeat(indent + step) + key));
        return lines;
    }
}
