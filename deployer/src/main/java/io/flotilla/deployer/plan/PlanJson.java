package io.flotilla.deployer.plan;

import java.util.Locale;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.deployer.platform.stack.Change.Part;
import io.flotilla.deployer.platform.stack.Revision;

/** A plan for a program. */
public final class PlanJson {
    private PlanJson() {}

    /**
     * {@code {"fleet","environment","blocked":false,"objections":[],"notes":[],"signIn":null,"stacks":[{"stack","app":null,"kind":"update",
     * "meaning","stale":false,"running":[],"newest":null,"drift":null,"holder":null,
     * "changes":[{"action":"modify","id","type","properties":[]}]}]}}. Revisions are {@code {"code","codebase":null}}.
     */
    public static ObjectNode of(Plan plan) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("fleet", plan.fleet());
        json.put("environment", plan.environment().key());
        json.put("blocked", plan.isBlocked());
        plan.survey().objections().forEach(json.putArray("objections")::add);
        plan.survey().notes().forEach(json.putArray("notes")::add);
        plan.registration().ifPresentOrElse(change -> {
            var signIn = json.putObject("signIn");
            change.adds().forEach(signIn.putArray("adds")::add);
            change.removes().forEach(signIn.putArray("removes")::add);
        }, () -> json.putNull("signIn"));
        var stacks = json.putArray("stacks");
        plan.stacks().forEach(stack -> stacks.add(stack(stack)));
        return json;
    }

    private static ObjectNode stack(StackPlan stack) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("stack", stack.stack());
        json.put("app", stack.app().orElse(null));
        json.put("kind", word(stack.kind()));
        json.put("meaning", stack.meaning());
        json.put("stale", stack.isStale());
        var running = json.putArray("running");
        stack.running().forEach(revision -> running.add(revision(revision)));
        json.set("newest", stack.newest().map(PlanJson::revision).orElse(null));
        json.put("drift", stack.drift().orElse(null));
        json.put("holder", stack.holder().orElse(null));
        var changes = json.putArray("changes");
        stack.change().ifPresent(change -> change.resources().forEach(part -> changes.add(part(part))));
        return json;
    }

    private static ObjectNode revision(Revision revision) {
        return JsonNodeFactory.instance.objectNode().put("code", revision.code())
                .put("codebase", revision.codebase().orElse(null));
    }

    private static ObjectNode part(Part part) {
        var json = JsonNodeFactory.instance.objectNode().put("action", word(part.action())).put("id", part.id())
                .put("type", part.type());
        part.properties().forEach(json.putArray("properties")::add);
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
