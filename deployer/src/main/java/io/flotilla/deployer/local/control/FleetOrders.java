package io.flotilla.deployer.local.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.deployer.local.group.Artifacts;
import io.flotilla.deployer.local.group.Definition;
import io.flotilla.deployer.local.group.Groups;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.terminal.Failure;

/** The orders that are about the fleet: what is there, what the catalogue would change, and to change it. */
public final class FleetOrders implements ControlServer.Orders {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Groups groups;
    private final Artifacts artifacts;
    private final Supplier<List<Definition>> catalogue;
    private final Runnable end;

    /**
     * @param catalogue what it says at this moment
     * @param end       ends the fleet
     */
    public FleetOrders(Groups groups, Artifacts artifacts, Supplier<List<Definition>> catalogue, Runnable end) {
        this.groups = groups;
        this.artifacts = artifacts;
        this.catalogue = catalogue;
        this.end = end;
    }

    @Override
    public JsonNode obey(String order, JsonNode arguments) {
        return switch (order) {
            case "present" -> present();
            case "running" -> running();
            case "newest" -> newest(definition(order, arguments));
            case "propose" -> propose(definition(order, arguments));
            case "apply" -> apply(definition(order, arguments));
            case "remove" -> remove(arguments.path("app").asText());
            case "end" -> end();
            default -> throw new PlatformFailure.Final(order, "there is no such order", null);
        };
    }

    private JsonNode present() {
        var json = JSON.createArrayNode();
        groups.all().forEach(group -> json.addObject().put("app", group.definition().app()).put("revision",
                group.versions().stream().reduce((older, newer) -> newer).map(version -> version.revision())
                        .orElse("")));
        return json;
    }

    private JsonNode running() {
        var json = JSON.createArrayNode();
        for (var group : groups.all()) {
            var versions = group.versions();
            for (var member : group.describe().instances()) {
                var revision = versions.stream().filter(one -> one.id().equals(member.version())).findFirst()
                        .map(one -> one.revision()).orElse("");
                json.addObject().put("app", group.definition().app()).put("instance", member.id())
                        .put("revision", revision).put("state", member.lifecycle().name())
                        .put("since", member.launchedAt().orElseThrow().toString());
            }
        }
        return json;
    }

    /** What the last build has left behind. */
    private JsonNode newest(Definition definition) {
        try {
            return JSON.createObjectNode().put("revision", artifacts.digest(definition.source()));
        } catch (Failure absent) {
            return JSON.createObjectNode().put("problem", absent.getMessage());
        }
    }

    private JsonNode propose(Definition definition) {
        var json = JSON.createObjectNode();
        json.put("new", groups.find(definition.app()).isEmpty());
        var parts = json.putObject("parts");
        Changes.of(groups.find(definition.app()), definition, newest(definition).path("revision").asText())
                .forEach((part, properties) -> properties.forEach(parts.withArray(part)::add));
        return json;
    }

    private JsonNode apply(Definition definition) {
        var group = groups.apply(definition);
        groups.prune();
        return answer(group.versions().stream().reduce((older, newer) -> newer).map(version -> version.id()));
    }

    private static ObjectNode answer(Optional<String> version) {
        return JSON.createObjectNode().put("version", version.orElse(""));
    }

    private JsonNode remove(String app) {
        groups.remove(app);
        return JSON.createObjectNode();
    }

    private JsonNode end() {
        end.run();
        return JSON.createObjectNode();
    }

    private Definition definition(String order, JsonNode arguments) {
        var app = arguments.path("app").asText();
        try {
            return catalogue.get().stream().filter(one -> one.app().equals(app)).findFirst()
                    .orElseThrow(() -> new Failure("%s is not in the catalogue".formatted(app)));
        } catch (Failure failure) {
            throw new PlatformFailure.Final("%s of %s".formatted(order, app), failure.getMessage(), failure);
        }
    }
}
