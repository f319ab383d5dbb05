package io.flotilla.deployer.local.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.deployer.platform.Group;
import io.flotilla.deployer.platform.ScalingProcess;
import io.flotilla.deployer.platform.Targets;

/** How what the ports say is written between a fleet and those who command it; both sides are the same build. */
public final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    public static ObjectNode group(Group group) {
        var json = JSON.createObjectNode().put("min", group.min()).put("max", group.max())
                .put("desired", group.desired()).put("version", group.version())
                .put("refreshing", group.refreshing());
        json.set("suspended", processes(group.suspended()));
        var instances = json.putArray("instances");
        for (var member : group.instances()) {
            var one = instances.addObject().put("id", member.id()).put("lifecycle", member.lifecycle().name())
                    .put("healthy", member.healthy()).put("version", member.version());
            member.launchedAt().ifPresent(at -> one.put("launchedAt", at.toString()));
        }
        return json;
    }

    public static Group group(JsonNode json) {
        var instances = new ArrayList<Group.Member>();
        json.get("instances").forEach(one -> instances.add(new Group.Member(one.get("id").asText(),
                Group.Lifecycle.valueOf(one.get("lifecycle").asText()), one.get("healthy").asBoolean(),
                one.get("version").asText(),
                Optional.ofNullable(one.get("launchedAt")).map(JsonNode::asText).map(Instant::parse))));
        return new Group(json.get("min").asInt(), json.get("max").asInt(), json.get("desired").asInt(),
                json.get("version").asText(), processes(json.get("suspended")), json.get("refreshing").asBoolean(),
                instances);
    }

    public static ArrayNode processes(Set<ScalingProcess> processes) {
        var json = JSON.createArrayNode();
        processes.stream().map(ScalingProcess::key).sorted().forEach(json::add);
        return json;
    }

    public static Set<ScalingProcess> processes(JsonNode json) {
        var processes = EnumSet.noneOf(ScalingProcess.class);
        json.forEach(key -> processes.add(ScalingProcess.named(key.asText()).orElseThrow()));
        return processes;
    }

    public static ArrayNode targets(List<Targets.Target> targets) {
        var json = JSON.createArrayNode();
        for (var target : targets) {
            var one = json.addObject().put("instance", target.instance()).put("state", target.state().name())
                    .put("description", target.description());
            target.reason().ifPresent(reason -> one.put("reason", reason));
        }
        return json;
    }

    public static List<Targets.Target> targets(JsonNode json) {
        var targets = new ArrayList<Targets.Target>();
        json.forEach(one -> targets.add(new Targets.Target(one.get("instance").asText(),
                Targets.State.valueOf(one.get("state").asText()),
                Optional.ofNullable(one.get("reason")).map(JsonNode::asText), one.get("description").asText())));
        return targets;
    }
}
