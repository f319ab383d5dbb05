package io.flotilla.deployer.local.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.deployer.local.group.AppGroup;
import io.flotilla.deployer.local.group.Groups;
import io.flotilla.deployer.platform.PlatformFailure;

/** The orders that a rollout gives, each about one app. */
public final class GroupOrders implements ControlServer.Orders {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Groups groups;
    private final ControlServer.Orders others;

    /** @param others takes the orders that are not about a group */
    public GroupOrders(Groups groups, ControlServer.Orders others) {
        this.groups = groups;
        this.others = others;
    }

    @Override
    public JsonNode obey(String order, JsonNode arguments) {
        return switch (order) {
            case "describe" -> Wire.group(group(order, arguments).describe());
            case "health" -> Wire.targets(group(order, arguments).targets().health());
            case "versions" -> versions(group(order, arguments));
            case "console" -> JSON.createObjectNode().put("text",
                    group(order, arguments).console(arguments.get("instance").asText()));
            case "suspend", "resume", "setDesired", "moveTo", "terminate", "markHealthy", "register", "deregister" -> {
                act(group(order, arguments), order, arguments);
                yield JSON.createObjectNode();
            }
            default -> others.obey(order, arguments);
        };
    }

    private AppGroup group(String order, JsonNode arguments) {
        var app = arguments.path("app").asText();
        return groups.find(app).orElseThrow(() -> new PlatformFailure.Final("%s of %s".formatted(order, app),
                "it does not run on this machine; apply it first", null));
    }

    private static void act(AppGroup group, String order, JsonNode arguments) {
        var instance = arguments.path("instance").asText();
        switch (order) {
            case "suspend" -> group.suspend(Wire.processes(arguments.get("processes")));
            case "resume" -> group.resume(Wire.processes(arguments.get("processes")));
            case "setDesired" -> group.setDesired(arguments.get("desired").asInt());
            case "moveTo" -> group.moveTo(arguments.get("version").asText());
            case "terminate" -> group.terminate(instance, arguments.get("decrement").asBoolean());
            case "markHealthy" -> group.markHealthy(instance);
            case "register" -> group.register(instance);
            case "deregister" -> group.deregister(instance);
            default -> throw new IllegalArgumentException(order);
        }
    }

    private static JsonNode versions(AppGroup group) {
        var json = JSON.createArrayNode();
        group.versions()
                .forEach(version -> json.addObject().put("id", version.id()).put("revision", version.revision()));
        return json;
    }
}
